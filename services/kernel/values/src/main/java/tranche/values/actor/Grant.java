package tranche.values.actor;

/** A role within a scope, as one account holds it. */
public record Grant(Role role, Scope scope) {}
