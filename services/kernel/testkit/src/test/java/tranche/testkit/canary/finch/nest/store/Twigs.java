package tranche.testkit.canary.finch.nest.store;

/** Somebody whom a canary knows. */
public final class Twigs {}
