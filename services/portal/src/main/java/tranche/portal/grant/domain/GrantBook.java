package tranche.portal.grant.domain;

import static tranche.portal.grant.domain.GrantRefusal.CONTENT_CHANGED;
import static tranche.portal.grant.domain.GrantRefusal.FORBIDDEN;
import static tranche.portal.grant.domain.GrantRefusal.GRANT_EXISTS;
import static tranche.portal.grant.domain.GrantRefusal.NOT_FOUND;
import static tranche.portal.grant.domain.GrantRefusal.TOO_MANY_GRANTS;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.Standing;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Endow;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.portal.grant.domain.GrantCommand.Reject;
import tranche.portal.grant.domain.GrantCommand.Withdraw;
import tranche.portal.grant.domain.GrantEvent.GrantGiven;
import tranche.portal.grant.domain.GrantEvent.GrantProposed;
import tranche.portal.grant.domain.GrantEvent.GrantRejected;
import tranche.portal.grant.domain.GrantEvent.GrantWithdrawn;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;
import tranche.values.decision.Decision;

/**
 * The grants of one account and what decides about them.
 *
 * @param holder the account; empty where there is none
 * @param grants by id, those that the commands name and all that hold or wait
 * @param firstAdmin the first administrator, as long as no second account with role admin or approver has signed in
 * @param standing what each asking account may do at this moment
 */
public record GrantBook(
        Optional<Holder> holder, Map<UUID, HeldGrant> grants, Optional<UUID> firstAdmin, Standing standing) {

    /** How long a proposal waits for a second person. */
    public static final Duration PROPOSAL_LIFE = Duration.ofHours(72);

    /** A caller's grants travel with each request to a service: more would not fit its head. */
    public static final int MOST_GRANTS = 100;

    /** The account that holds the grants. */
    public record Holder(UUID account, UUID person, boolean active) {
        public static Holder of(Account account) {
            return new Holder(account.id(), account.person(), account.isActive());
        }

        public Maker asMaker() {
            return new Maker(account, person);
        }
    }

    public GrantBook {
        grants = Map.copyOf(grants);
    }

    /** Decides a command; pure. */
    public Decision<GrantEvent> decide(GrantCommand command, Instant now) {
        return switch (command) {
            case Propose propose -> propose(propose, now);
            case Approve approve -> approve(approve, now);
            case Reject reject -> reject(reject, now);
            case Withdraw withdraw -> withdraw(withdraw, now);
            case Endow endow -> endow(endow, now);
        };
    }

    private Decision<GrantEvent> propose(Propose propose, Instant now) {
        Actor by = propose.by();
        Optional<Decision<GrantEvent>> stopped =
                gate(now).toPropose(Optional.of(propose.role().scope()), by);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        Holder to = holding();
        Optional<HeldGrant> same = current(propose.role(), now);
        if (same.isPresent()) {
            return refused(GRANT_EXISTS, Map.of("existingId", same.get().id().toString()));
        }
        if (current(now).count() >= MOST_GRANTS) {
            return refused(TOO_MANY_GRANTS, Map.of("most", MOST_GRANTS));
        }
        Maker maker = by.asMaker();
        if (firstAdmin.filter(by.account()::equals).isPresent()) {
            return accepted(
                    new GrantGiven(propose.grant(), propose.role(), propose.until(), Optional.empty(), maker, true));
        }
        String hash = new GrantContent(to.account(), propose.grant(), propose.role(), propose.until()).hash();
        return accepted(new GrantProposed(
                propose.grant(), propose.role(), propose.until(), maker, now.plus(PROPOSAL_LIFE), hash));
    }

    private Decision<GrantEvent> approve(Approve approve, Instant now) {
        Optional<HeldGrant> found = Optional.ofNullable(grants.get(approve.grant()));
        Optional<Decision<GrantEvent>> stopped = gate(now).toAnswer(found, approve.by(), approve.ifMatch());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        HeldGrant grant = grant(approve.grant());
        if (!grant.fourEyes().isOf(new ContentHash(approve.contentHash()))) {
            return refused(CONTENT_CHANGED, Map.of("contentHash", grant.contentHash()));
        }
        return accepted(new GrantGiven(
                grant.id(),
                grant.role(),
                grant.until(),
                Optional.of(grant.proposedBy()),
                approve.by().asMaker(),
                false));
    }

    private Decision<GrantEvent> reject(Reject reject, Instant now) {
        return gate(now)
                .toAnswer(Optional.ofNullable(grants.get(reject.grant())), reject.by(), reject.ifMatch())
                .orElseGet(() -> accepted(new GrantRejected(reject.grant(), reject.reason())));
    }

    private Decision<GrantEvent> withdraw(Withdraw withdraw, Instant now) {
        return gate(now)
                .toWithdraw(Optional.ofNullable(grants.get(withdraw.grant())), withdraw.by(), withdraw.ifMatch())
                .orElseGet(() -> accepted(new GrantWithdrawn(
                        withdraw.grant(), grant(withdraw.grant()).role())));
    }

    private GrantGate gate(Instant now) {
        return new GrantGate(holder, standing, now);
    }

    private Decision<GrantEvent> endow(Endow endow, Instant now) {
        if (holder.isEmpty()) {
            return refused(NOT_FOUND);
        }
        if (!endow.by().isSystem()) {
            return refused(FORBIDDEN);
        }
        if (current(endow.role(), now).isPresent()) {
            return accepted();
        }
        return accepted(new GrantGiven(
                endow.grant(),
                endow.role(),
                Optional.empty(),
                Optional.empty(),
                endow.by().asMaker(),
                false));
    }

    /** The grant of the same role and scope that holds or waits. */
    private Optional<HeldGrant> current(Grant role, Instant now) {
        return current(now).filter(grant -> grant.role().equals(role)).findFirst();
    }

    /** The grants that hold or wait. */
    private Stream<HeldGrant> current(Instant now) {
        return grants.values().stream().filter(grant -> !grant.allowedAt(now).isEmpty());
    }

    /** The book after an event. */
    public GrantBook apply(GrantEvent event, Instant at) {
        return switch (event) {
            case GrantProposed proposed -> with(proposed(proposed, at));
            case GrantGiven given ->
                with(
                        grants.containsKey(given.grant())
                                ? grant(given.grant()).given(given.by(), at)
                                : givenAtOnce(given, at));
            case GrantRejected rejected -> with(grant(rejected.grant()).rejected(rejected.reason(), at));
            case GrantWithdrawn withdrawn -> with(grant(withdrawn.grant()).withdrawn(at));
        };
    }

    /** A grant that an event has made. */
    public HeldGrant grant(UUID id) {
        return Optional.ofNullable(grants.get(id))
                .orElseThrow(() -> new IllegalStateException("an event of a grant that was never made"));
    }

    /** The account that holds the grants, which is there once one of them is. */
    public Holder holding() {
        return holder.orElseThrow(() -> new IllegalStateException("a grant of no account"));
    }

    private static HeldGrant proposed(GrantProposed proposed, Instant at) {
        return new HeldGrant(
                proposed.grant(),
                proposed.role(),
                proposed.until(),
                HeldGrant.State.PROPOSED,
                proposed.by(),
                Optional.empty(),
                Optional.of(proposed.expiresAt()),
                proposed.contentHash(),
                false,
                Optional.empty(),
                1,
                at);
    }

    private HeldGrant givenAtOnce(GrantGiven given, Instant at) {
        return new HeldGrant(
                given.grant(),
                given.role(),
                given.until(),
                HeldGrant.State.GIVEN,
                given.by(),
                Optional.of(given.by()),
                Optional.empty(),
                new GrantContent(holding().account(), given.grant(), given.role(), given.until()).hash(),
                given.firstSteps(),
                Optional.empty(),
                1,
                at);
    }

    private GrantBook with(HeldGrant changed) {
        Map<UUID, HeldGrant> after = new LinkedHashMap<>(grants);
        after.put(changed.id(), changed);
        return new GrantBook(holder, after, firstAdmin, standing);
    }
}
