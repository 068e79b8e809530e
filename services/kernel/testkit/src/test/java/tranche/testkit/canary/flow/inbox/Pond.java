package tranche.testkit.canary.flow.inbox;

/** Somebody whom a canary knows. */
public final class Pond {}
