package tranche.values.actor;

import java.util.List;
import java.util.Set;

/**
 * What a caller may see and do: the grants of its account. A query takes it and cuts its rows by it; a decision asks it
 * inside the transaction, so that nothing is decided on a right that was looked up earlier.
 *
 * @param grants in no particular order; none means that nothing is allowed
 */
public record Access(List<Grant> grants) {

    /** Nothing at all. */
    public static final Access NONE = new Access(List.of());

    public Access {
        grants = List.copyOf(grants);
    }

    /** Whether one of the roles is held for the object. */
    public boolean holds(Set<Role> roles, Scope object) {
        return grants.stream()
                .anyMatch(grant -> roles.contains(grant.role()) && grant.scope().reaches(object));
    }

    /** Whether the role is held for the object. */
    public boolean holds(Role role, Scope object) {
        return holds(Set.of(role), object);
    }

    /** Whether the role is held anywhere: enough to be shown an entry, never enough to be shown a row. */
    public boolean holdsAnywhere(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** The scopes in which one of the roles is held: what a query of these roles is cut to. */
    public List<Scope> scopesOf(Set<Role> roles) {
        return grants.stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Grant::scope)
                .distinct()
                .toList();
    }
}
