package tranche.testkit.canary.auditor;

/** Somebody whom a canary knows. */
public final class Ledger {}
