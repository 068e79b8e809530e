package tranche.testkit.canary.wren.nest.domain;

/** Somebody whom a canary knows. */
public final class WrenEgg {}
