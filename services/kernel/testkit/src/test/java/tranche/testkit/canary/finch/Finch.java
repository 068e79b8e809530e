package tranche.testkit.canary.finch;

/** Somebody whom a canary knows. */
public final class Finch {}
