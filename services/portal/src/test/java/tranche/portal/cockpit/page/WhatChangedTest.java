package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.ProgrammeBuild;
import tranche.portal.timeline.domain.ProgrammeBuild.News;
import tranche.values.actor.Access;
import tranche.values.money.Money;

@DisplayName("What changed in a programme")
class WhatChangedTest {

    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final Money RELEASED = Money.of("USD", "60.00");
    private static final Money LOCKED = Money.of("USD", "40.00");

    private static News news(ChangeKind kind, long place) {
        return new News(
                place,
                UUID.randomUUID(),
                kind,
                Instant.parse("2026-05-10T00:00:00Z").plusSeconds(place),
                UUID.randomUUID(),
                "Fab",
                Optional.of(SHELL),
                Optional.of("Shell"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    @DisplayName("calls unlocked what is, and says of what is still locked alone that it waits or comes later")
    void tells_what_is_unlocked_from_what_still_waits() {
        WhatChanged changed = new WhatChanged(
                new Quiet(),
                new Told(List.of(
                        news(ChangeKind.MILESTONE_ACHIEVED, 3),
                        news(ChangeKind.MILESTONE_CLAIMED, 2),
                        news(ChangeKind.MILESTONE_SLIPPED, 1))),
                new Tranches(Map.of(TrancheState.RELEASED, RELEASED, TrancheState.LOCKED, LOCKED)));

        assertThat(changed.latest(Access.NONE, PROGRAMME, 10))
                .extracting(WhatChanged.Item::money)
                .containsExactly(List.of(RELEASED), List.of(LOCKED), List.of(LOCKED));
    }

    @Test
    void says_nothing_of_money_where_another_milestone_keeps_it_locked() {
        WhatChanged changed = new WhatChanged(
                new Quiet(),
                new Told(List.of(news(ChangeKind.MILESTONE_ACHIEVED, 1))),
                new Tranches(Map.of(TrancheState.LOCKED, LOCKED)));

        assertThat(changed.latest(Access.NONE, PROGRAMME, 10).getFirst().money())
                .isEmpty();
    }

    /** A programme in whose raise nothing happens. */
    private static final class Quiet implements Feed {

        @Override
        public List<Change> latest(Access access, UUID programme, int limit) {
            return List.of();
        }

        @Override
        public long lastPlace(Access access) {
            return 0;
        }

        @Override
        public long lastPlace(Access access, UUID commitment) {
            return 0;
        }

        @Override
        public Map<tranche.portal.raise.domain.ChangeKind, Integer> countsSince(
                Access access, UUID programme, Instant since) {
            return Map.of();
        }
    }

    /** @param news the newest first */
    private record Told(List<News> news) implements ProgrammeBuild {

        @Override
        public List<Site> sites(Access access, UUID programme) {
            return List.of();
        }

        @Override
        public List<Next> next(Access access, UUID programme, int limit) {
            return List.of();
        }

        @Override
        public List<News> latest(Access access, UUID programme, int limit) {
            return news;
        }

        @Override
        public Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since) {
            return Map.of();
        }
    }

    /** @param amounts of the one tranche in each state; every one of them names every milestone */
    private record Tranches(Map<TrancheState, Money> amounts) implements Funding {

        @Override
        public List<Expectation> expectations(Access access, UUID programme, LocalDate today) {
            return List.of();
        }

        @Override
        public Map<UUID, List<Money>> of(Access access, Collection<UUID> milestones, Set<TrancheState> states) {
            List<Money> found = amounts.entrySet().stream()
                    .filter(one -> states.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            Map<UUID, List<Money>> sums = new HashMap<>();
            if (!found.isEmpty()) {
                milestones.forEach(id -> sums.put(id, found));
            }
            return sums;
        }

        @Override
        public List<Drafts> drafts(Access access, UUID programme) {
            return List.of();
        }

        @Override
        public Map<UUID, List<Money>> ofSites(Access access, UUID programme) {
            return Map.of();
        }
    }
}
