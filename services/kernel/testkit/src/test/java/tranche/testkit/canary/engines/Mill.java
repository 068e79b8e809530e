package tranche.testkit.canary.engines;

/** Somebody whom a canary knows. */
public final class Mill {}
