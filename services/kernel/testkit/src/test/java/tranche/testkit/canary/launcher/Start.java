package tranche.testkit.canary.launcher;

/** Somebody whom a canary knows. */
public final class Start {}
