package tranche.notifications.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.subscription.domain.Subscription.Step;
import tranche.notifications.subscription.domain.SubscriptionCommand.Move;
import tranche.notifications.subscription.domain.SubscriptionCommand.Subscribe;
import tranche.values.actor.Access;
import tranche.values.decision.Decision;

@DisplayName("A recipient's subscriptions")
class SubscriptionBookTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final SubscriptionBook EMPTY = new SubscriptionBook(UUID.randomUUID(), Map.of(), Set.of());

    private static Subscribe subscribe(UUID id, Range range) {
        return new Subscribe(
                id,
                new Content(range, Set.of(AlertType.MS_03), Set.of(Channel.PORTAL), Optional.empty(), Optional.empty()),
                Access.NONE);
    }

    private static SubscriptionBook after(SubscriptionBook book, SubscriptionCommand command) {
        var decision = (Decision.Accepted<SubscriptionEvent>) book.decide(command, NOW);
        return book.apply(decision.events().getFirst(), NOW);
    }

    private static Move move(Step step) {
        return new Move(ID, step, OptionalLong.empty());
    }

    private static final SubscriptionBook ONE = after(EMPTY, subscribe(ID, new Range.Everything()));

    @Test
    @DisplayName("ACTIVE and PAUSED lead to each other and both to the end; from there nothing does")
    void go_the_ways_of_their_states() {
        SubscriptionBook paused = after(ONE, move(Step.PAUSE));
        SubscriptionBook resumed = after(paused, move(Step.RESUME));

        assertThat(ONE.subscription(ID).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(paused.subscription(ID).state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(resumed.subscription(ID).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(resumed.subscription(ID).version().number()).isEqualTo(3);
        assertThat(ONE.decide(move(Step.RESUME), NOW))
                .isEqualTo(Decision.refused(
                        SubscriptionRefusal.INVALID_STATE,
                        Map.of("state", "ACTIVE", "allowed", List.of("pause", "deletion"))));
        assertThat(paused.decide(move(Step.PAUSE), NOW)).isInstanceOf(Decision.Refused.class);
        for (SubscriptionBook book : List.of(ONE, paused)) {
            SubscriptionBook ended = after(book, move(Step.UNSUBSCRIBE));
            assertThat(ended.subscription(ID).state()).isEqualTo(SubscriptionState.UNSUBSCRIBED);
            for (Step step : Step.values()) {
                assertThat(ended.decide(move(step), NOW)).isEqualTo(Decision.refused(SubscriptionRefusal.NOT_FOUND));
            }
        }
    }

    @Test
    void what_is_not_there_for_the_recipient_is_not_subscribed_to() {
        Subscribe subscribe = subscribe(ID, new Range.Thing(Range.Kind.FUND, UUID.randomUUID()));
        SubscriptionBook seeing = new SubscriptionBook(EMPTY.recipient(), Map.of(), Set.of(ID));

        assertThat(EMPTY.decide(subscribe, NOW))
                .isEqualTo(Decision.refused(SubscriptionRefusal.UNKNOWN_REFERENCE, Map.of("field", "scope/fundId")));
        assertThat(seeing.decide(subscribe, NOW)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void have_an_end_and_what_has_ended_leaves_its_place() {
        SubscriptionBook full = EMPTY;
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < SubscriptionBook.MOST; i++) {
            UUID id = i == 0 ? ID : UUID.randomUUID();
            ids.add(id);
            full = after(full, subscribe(id, new Range.Region("US-AZ")));
        }
        Subscribe another = subscribe(UUID.randomUUID(), new Range.Everything());

        assertThat(full.subscriptions().keySet()).isEqualTo(ids);
        assertThat(full.decide(another, NOW))
                .isEqualTo(Decision.refused(SubscriptionRefusal.SUBSCRIPTION_LIMIT, Map.of("most", 200)));
        assertThat(after(full, move(Step.UNSUBSCRIBE)).decide(another, NOW)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void are_changed_only_as_they_were_seen() {
        assertThat(ONE.decide(new Move(ID, Step.PAUSE, OptionalLong.of(2)), NOW))
                .isEqualTo(Decision.refused(SubscriptionRefusal.VERSION_CONFLICT, Map.of("version", 1L)));
        assertThat(ONE.decide(new Move(ID, Step.PAUSE, OptionalLong.of(1)), NOW))
                .isInstanceOf(Decision.Accepted.class);
    }
}
