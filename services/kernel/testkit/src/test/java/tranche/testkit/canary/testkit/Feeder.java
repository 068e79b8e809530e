package tranche.testkit.canary.testkit;

/** Somebody whom a canary knows. */
public final class Feeder {}
