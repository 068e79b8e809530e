package tranche.portal.account.domain;

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
 */
public record Standing(Map<UUID, Access> accesses) {

    /** Who looks after accounts, confirms grants, or checks the books. */
    private static final Set<Role> SEE_ACCOUNTS = Set.of(Role.ADMIN, Role.APPROVER, Role.AUDITOR);

    public Standing {
        accesses = Map.copyOf(accesses);
    }

    /**
     * What a caller was found to hold when the request came in: enough to tell refusals in their order. A decision reads
     * it again.
     */
    public static Standing found(Actor caller) {
        return new Standing(Map.of(caller.account(), caller.access()));
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

    /** Whether the actor may know that an account exists: its own, or by a role that has to do with accounts. */
    public boolean sees(Actor actor, Maker account) {
        return actor.isSystem() || actor.account().equals(account.account()) || seesAll(of(actor));
    }

    /** Whether every account may be seen: to look after them, to confirm their grants, to check. */
    public static boolean seesAll(Access access) {
        return SEE_ACCOUNTS.stream().anyMatch(access::holdsAnywhere);
    }

    /** Whether every account's keys may be seen; nobody sees a key itself. */
    public static boolean seesKeys(Access access) {
        return access.holds(Role.ADMIN, Scope.DEPLOYMENT) || access.holds(Role.AUDITOR, Scope.DEPLOYMENT);
    }
}
