package tranche.portal.grant.domain;

import static tranche.portal.grant.domain.GrantRefusal.FORBIDDEN;
import static tranche.portal.grant.domain.GrantRefusal.FOUR_EYES;
import static tranche.portal.grant.domain.GrantRefusal.INVALID_STATE;
import static tranche.portal.grant.domain.GrantRefusal.NOT_FOUND;
import static tranche.portal.grant.domain.GrantRefusal.OWN_GRANT;
import static tranche.portal.grant.domain.GrantRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.portal.account.domain.Standing;
import tranche.portal.grant.domain.GrantBook.Holder;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/**
 * What a command on an account's grants is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, one's own, four eyes, forbidden, another version, a state that does not admit it. Each answer
 * is empty where the gate is open.
 *
 * @param holder the account that holds the grants, where there is one
 * @param standing what the asking account may do
 * @param now proposals lapse and grants end by time alone
 */
public record GrantGate(Optional<Holder> holder, Standing standing, Instant now) {

    /** Who may be the second person. */
    private static final Set<Role> CONFIRM = Set.of(Role.ADMIN, Role.APPROVER);

    /**
     * Whether a grant may be proposed.
     *
     * @param scope what it shall reach; empty where that is not known yet
     */
    public Optional<Decision<GrantEvent>> toPropose(Optional<Scope> scope, Actor by) {
        if (!holderIsSeen(by)) {
            return stopped(NOT_FOUND);
        }
        if (isOwn(by)) {
            return stopped(OWN_GRANT);
        }
        boolean administers = scope.map(asked -> standing.of(by).holds(Role.ADMIN, asked))
                .orElseGet(() -> standing.of(by).holdsAnywhere(Role.ADMIN));
        if (!administers) {
            return stopped(FORBIDDEN);
        }
        return holder.orElseThrow().active()
                ? Optional.empty()
                : Optional.of(refused(INVALID_STATE, Map.of("state", "DISABLED", "allowed", List.of())));
    }

    /** Whether a proposal may be confirmed or turned down. Whoever made it sees it, whatever the present roles. */
    public Optional<Decision<GrantEvent>> toAnswer(Optional<HeldGrant> found, Actor by, OptionalLong ifMatch) {
        Optional<HeldGrant> seen = found.filter(grant ->
                isSeen(grant, by) || by.account().equals(grant.proposedBy().account()));
        if (seen.isEmpty()) {
            return stopped(NOT_FOUND);
        }
        HeldGrant grant = seen.get();
        if (isOwn(by)) {
            return stopped(OWN_GRANT);
        }
        if (!FourEyes.isAnother(by, Set.of(grant.proposedBy()))) {
            return stopped(FOUR_EYES);
        }
        if (!standing.of(by).holds(CONFIRM, grant.role().scope())) {
            return stopped(FORBIDDEN);
        }
        return moved(grant, ifMatch)
                .or(() -> grant.stateAt(now) == HeldGrant.State.PROPOSED
                                && holder.filter(Holder::active).isPresent()
                        ? Optional.empty()
                        : invalid(grant));
    }

    /**
     * Whether a grant may be taken back, or a proposal before it was confirmed. An administrator who could drop the own
     * role could leave a deployment without any.
     */
    public Optional<Decision<GrantEvent>> toWithdraw(Optional<HeldGrant> found, Actor by, OptionalLong ifMatch) {
        Optional<HeldGrant> seen = found.filter(grant -> isSeen(grant, by));
        if (seen.isEmpty()) {
            return stopped(NOT_FOUND);
        }
        HeldGrant grant = seen.get();
        if (isOwn(by)) {
            return stopped(OWN_GRANT);
        }
        if (!standing.of(by).holds(Role.ADMIN, grant.role().scope())) {
            return stopped(FORBIDDEN);
        }
        return moved(grant, ifMatch)
                .or(() -> grant.allowedAt(now).contains("withdrawal") ? Optional.empty() : invalid(grant));
    }

    private boolean holderIsSeen(Actor by) {
        return holder.filter(account -> standing.sees(by, account.asMaker())).isPresent();
    }

    private boolean isSeen(HeldGrant grant, Actor by) {
        return standing.seesGrants(by, grant.role().scope())
                || holder.filter(account -> by.account().equals(account.account()))
                        .isPresent();
    }

    private boolean isOwn(Actor by) {
        return holder.filter(account -> by.isSamePersonAs(account.asMaker())).isPresent();
    }

    private static Optional<Decision<GrantEvent>> moved(HeldGrant grant, OptionalLong ifMatch) {
        return ifMatch.isPresent() && ifMatch.getAsLong() != grant.version()
                ? Optional.of(refused(VERSION_CONFLICT, Map.of("version", grant.version())))
                : Optional.empty();
    }

    private Optional<Decision<GrantEvent>> invalid(HeldGrant grant) {
        return Optional.of(
                refused(INVALID_STATE, Map.of("state", grant.stateAt(now).name(), "allowed", grant.allowedAt(now))));
    }

    private static Optional<Decision<GrantEvent>> stopped(GrantRefusal refusal) {
        return Optional.of(refused(refusal));
    }
}
