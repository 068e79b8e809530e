package tranche.portal.timeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;
import static tranche.portal.timeline.store.TimelineViews.ofProject;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.timeline.domain.Hand;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;

@DisplayName("Four eyes on a milestone")
class HandsTest {

    private static final TimelineEvents SITE = by(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final TimelineEvents COLLEAGUE = by(SITE.programme(), SITE.project(), UUID.randomUUID());
    private static final TimelineEvents VERIFIER = by(SITE.programme(), SITE.project(), UUID.randomUUID());
    private static final UUID SHELL = UUID.randomUUID();

    private static TimelineViews views;

    @BeforeAll
    static void starts() throws SQLException {
        views = TimelineViews.open();
        tell(
                views.dataSource(),
                SITE.registered("Fab", "FAB", "US-NY", "US"),
                SITE.planned(SHELL, "Shell", "2026-05-01", "PHOTO"),
                VERIFIER.claimed(SHELL, "2026-02-10"),
                VERIFIER.withdrawn(SHELL),
                SITE.claimed(SHELL, "2026-02-20"),
                COLLEAGUE.evidence(SHELL, "PHOTO"),
                VERIFIER.verified(SHELL, "2026-02-20"));
    }

    @AfterAll
    static void stops() {
        views.close();
    }

    private static TimelineEvents by(UUID programme, UUID project, UUID account) {
        return new TimelineEvents(programme, project, account);
    }

    /** What of the latest claim is a person's own who signs in with another account. */
    private static Optional<Hand> hand(UUID account, Role... roles) {
        UUID other = UUID.randomUUID();
        Access access = new Access(Arrays.stream(roles)
                .map(role -> new Grant(role, ofProject(SITE.project())))
                .toList());
        return Hand.of(
                views.milestone(access, SITE.project(), SHELL),
                new Actor(other, UUID.randomUUID(), Set.of(account, other), access));
    }

    @Test
    void go_by_person_and_by_the_latest_claim() {
        assertThat(hand(SITE.actor(), Role.VERIFIER)).contains(Hand.CLAIMED);
        assertThat(hand(COLLEAGUE.actor(), Role.VERIFIER)).contains(Hand.SHOWN);
        assertThat(hand(VERIFIER.actor(), Role.VERIFIER)).contains(Hand.VERIFIED);
        assertThat(hand(UUID.randomUUID(), Role.VERIFIER, Role.SITE_REPORTER)).contains(Hand.REPORTS);
        assertThat(hand(UUID.randomUUID(), Role.VERIFIER)).isEmpty();
    }
}
