package tranche.testkit.canary.finch.nest.api;

/** Somebody whom a canary knows. */
public final class Chirp {}
