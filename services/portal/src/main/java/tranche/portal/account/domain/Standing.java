package tranche.portal.account.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What accounts may do at the moment of a decision, read in the decision's own transaction: a right that was withdrawn
 * while the request was under way no longer counts.
 *
 * @param accesses by account; an account that is not named, or is disabled, may do nothing
 * @param places where an account that is asked about was ever proposed or given a grant: whoever sees one sees whose it is
 */
public record Standing(Map<UUID, Access> accesses, Map<UUID, Set<Scope>> places) {

    /** Who looks after accounts, confirms grants, or checks the books: within the scope in which it is held. */
    private static final Set<Role> SEE_GRANTS = Set.of(Role.ADMIN, Role.APPROVER, Role.AUDITOR);

    /** Who, for the whole deployment, sees accounts without a grant too: to give them one, and to check. */
    private static final Set<Role> SEE_ALL = Set.of(Role.ADMIN, Role.AUDITOR);

    public Standing {
        accesses = Map.copyOf(accesses);
        places = Map.copyOf(places);
    }

    /**
     * What a caller was found to hold when the request came in: enough to tell refusals in their order. A decision reads
     * it again.
     */
    public static Standing found(Actor caller, Map<UUID, Set<Scope>> places) {
        return new Standing(Map.of(caller.account(), caller.access()), places);
    }

    /** What the actor may do now. */
    public Access of(Actor actor) {
        return of(actor.account());
    }

    /** What an account may do now. */
    public Access of(UUID account) {
        return accesses.getOrDefault(account, Access.NONE);
    }

    /** Whether the actor may make, shut and link accounts: administrators of the whole deployment, and the product itself. */
    public boolean managesAccounts(Actor actor) {
        return actor.isSystem() || of(actor).holds(Role.ADMIN, Scope.DEPLOYMENT);
    }

    /** Whether the actor may know that an account exists: its own, or one that has to do with where it looks after accounts. */
    public boolean sees(Actor actor, Maker account) {
        return actor.isSystem()
                || actor.account().equals(account.account())
                || seesAll(of(actor))
                || places.getOrDefault(account.account(), Set.of()).stream()
                        .anyMatch(place -> of(actor).holds(SEE_GRANTS, place));
    }

    /** Whether the actor may see others' grants of this scope: to look after them, to confirm them, to check. */
    public boolean seesGrants(Actor actor, Scope scope) {
        return actor.isSystem() || of(actor).holds(SEE_GRANTS, scope);
    }

    /** The scopes within which others' grants, and the accounts that hold them, may be seen. */
    public static List<Scope> sight(Access access) {
        return access.scopesOf(SEE_GRANTS);
    }

    /** Whether every account may be seen, and every account's keys; nobody sees a key itself. */
    public static boolean seesAll(Access access) {
        return access.holds(SEE_ALL, Scope.DEPLOYMENT);
    }
}
