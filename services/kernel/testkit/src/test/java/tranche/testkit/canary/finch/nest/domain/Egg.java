package tranche.testkit.canary.finch.nest.domain;

/** Somebody whom a canary knows. */
public final class Egg {}
