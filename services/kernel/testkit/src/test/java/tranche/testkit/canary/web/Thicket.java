package tranche.testkit.canary.web;

/** Somebody whom a canary knows. */
public final class Thicket {}
