package tranche.testkit.canary.values;

/** Somebody whom a canary knows. */
public final class Seed {}
