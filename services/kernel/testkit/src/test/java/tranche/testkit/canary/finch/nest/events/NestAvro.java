package tranche.testkit.canary.finch.nest.events;

/** Somebody whom a canary knows. */
public final class NestAvro {}
