package tranche.testkit.canary.world;

/** Somebody whom a canary knows. */
public final class Sky {}
