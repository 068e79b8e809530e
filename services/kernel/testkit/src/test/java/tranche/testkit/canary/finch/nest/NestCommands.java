package tranche.testkit.canary.finch.nest;

/** Somebody whom a canary knows. */
public final class NestCommands {}
