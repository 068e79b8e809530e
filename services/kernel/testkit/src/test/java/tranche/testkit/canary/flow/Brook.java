package tranche.testkit.canary.flow;

/** Somebody whom a canary knows. */
public final class Brook {}
