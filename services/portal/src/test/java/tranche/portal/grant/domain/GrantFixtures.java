package tranche.portal.grant.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Standing;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/** People and grants to try the decisions with. Eva is whom the grants are for; she may do nothing yet. */
final class GrantFixtures {

    static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
    static final Actor ADMIN = actor(11);
    static final Actor OTHER_ADMIN = actor(12);
    static final Actor APPROVER = actor(13);
    static final Actor AUDITOR = actor(14);
    static final Actor MANAGER = actor(15);
    static final Actor EVA = actor(16);

    static final Standing STANDING = new Standing(
            Map.of(
                    ADMIN.account(), holding(Role.ADMIN),
                    OTHER_ADMIN.account(), holding(Role.ADMIN),
                    APPROVER.account(), holding(Role.APPROVER),
                    AUDITOR.account(), holding(Role.AUDITOR),
                    MANAGER.account(), holding(Role.FUND_MANAGER)),
            Map.of());

    private GrantFixtures() {}

    static GrantBook book() {
        var holder = new GrantBook.Holder(EVA.account(), EVA.person(), true);
        return new GrantBook(Optional.of(holder), Map.of(), Optional.empty(), STANDING);
    }

    static GrantBook proposed(UUID grant, Grant role) {
        GrantBook book = book();
        return book.apply(
                accepted(book.decide(propose(grant, role, ADMIN), NOW)).getFirst(), NOW);
    }

    static Propose propose(UUID grant, Grant role, Actor by) {
        return new Propose(grant, role, Optional.empty(), by);
    }

    static Access holding(Role role) {
        return new Access(List.of(new Grant(role, Scope.DEPLOYMENT)));
    }

    static List<GrantEvent> accepted(Decision<GrantEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<GrantEvent>(var events) -> events;
            case Decision.Refused<GrantEvent> refused -> throw new AssertionError("refused: " + refused);
        };
    }

    static Object refusal(Decision<GrantEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<GrantEvent> accepted -> throw new AssertionError("accepted: " + accepted);
            case Decision.Refused<GrantEvent>(var refusal, var _) -> refusal;
        };
    }

    private static Actor actor(int number) {
        return new Actor(new UUID(0, number), new UUID(7, number), Access.NONE);
    }
}
