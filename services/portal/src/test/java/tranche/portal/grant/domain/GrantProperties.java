package tranche.portal.grant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.grant.domain.GrantFixtures.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.portal.grant.domain.GrantCommand.Reject;
import tranche.portal.grant.domain.GrantCommand.Withdraw;
import tranche.portal.grant.domain.GrantEvent.GrantGiven;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/** What holds for every course of proposals, answers and withdrawals by anybody at any time. */
class GrantProperties {

    private static final List<Actor> PEOPLE = List.of(
            GrantFixtures.ADMIN,
            GrantFixtures.OTHER_ADMIN,
            GrantFixtures.APPROVER,
            GrantFixtures.AUDITOR,
            GrantFixtures.MANAGER,
            GrantFixtures.EVA);
    private static final List<Grant> ROLES = List.of(
            new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT),
            new Grant(Role.ADMIN, Scope.DEPLOYMENT),
            new Grant(Role.INVESTOR, Scope.ofInvestor(new UUID(3, 3))));

    /** Something somebody tries, some time after what was tried before. */
    record Attempt(int kind, int grant, int person, int role, int hoursLater) {}

    @Property
    void no_grant_is_given_but_by_two_persons_neither_of_them_its_holder(@ForAll("courses") List<Attempt> course) {
        for (GrantGiven given : played(course).given()) {
            var proposer = given.proposedBy().orElseThrow();
            assertThat(proposer.person()).isNotEqualTo(given.by().person());
            assertThat(given.by().person()).isNotEqualTo(GrantFixtures.EVA.person());
            assertThat(proposer.person()).isNotEqualTo(GrantFixtures.EVA.person());
        }
    }

    @Property
    void versions_count_a_grants_events_without_gaps(@ForAll("courses") List<Attempt> course) {
        var played = played(course);

        Map<UUID, Long> versions = new HashMap<>();
        played.book().grants().forEach((id, grant) -> versions.put(id, grant.version()));
        assertThat(versions).isEqualTo(played.events());
    }

    @Property
    void at_most_one_grant_of_a_role_and_scope_holds_or_waits(@ForAll("courses") List<Attempt> course) {
        var played = played(course);

        for (Grant role : ROLES) {
            assertThat(played.book().grants().values().stream()
                            .filter(grant -> grant.role().equals(role))
                            .filter(grant -> !grant.allowedAt(played.end()).isEmpty()))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private record Played(GrantBook book, List<GrantGiven> given, Map<UUID, Long> events, Instant end) {}

    private static Played played(List<Attempt> course) {
        GrantBook book = GrantFixtures.book();
        List<GrantGiven> given = new ArrayList<>();
        Map<UUID, Long> counted = new HashMap<>();
        Instant now = NOW;
        for (Attempt attempt : course) {
            now = now.plusSeconds(3600L * attempt.hoursLater());
            if (book.decide(command(book, attempt), now) instanceof Decision.Accepted<GrantEvent>(var events)) {
                for (GrantEvent event : events) {
                    book = book.apply(event, now);
                    counted.merge(event.grant(), 1L, Long::sum);
                    if (event instanceof GrantGiven gift) {
                        given.add(gift);
                    }
                }
            }
        }
        return new Played(book, given, counted, now);
    }

    private static GrantCommand command(GrantBook book, Attempt attempt) {
        Actor by = PEOPLE.get(attempt.person());
        UUID id = new UUID(1, attempt.grant());
        String hash = Optional.ofNullable(book.grants().get(id))
                .map(HeldGrant::contentHash)
                .orElse("");
        boolean isNew = !book.grants().containsKey(id);
        return switch (attempt.kind()) {
            case 0 ->
                new Propose(
                        isNew ? id : new UUID(2, book.grants().size()),
                        ROLES.get(attempt.role()),
                        Optional.empty(),
                        by);
            case 1 -> new Approve(id, hash, OptionalLong.empty(), by);
            case 2 -> new Reject(id, "no", OptionalLong.empty(), by);
            default -> new Withdraw(id, OptionalLong.empty(), by);
        };
    }

    @Provide
    Arbitrary<List<Attempt>> courses() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(4, 0),
                                net.jqwik.api.Tuple.of(4, 1),
                                net.jqwik.api.Tuple.of(1, 2),
                                net.jqwik.api.Tuple.of(1, 3)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.integers().between(0, ROLES.size() - 1),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(5, 0),
                                net.jqwik.api.Tuple.of(2, 1),
                                net.jqwik.api.Tuple.of(1, 80)))
                .as(Attempt::new)
                .list()
                .ofMaxSize(40);
    }
}
