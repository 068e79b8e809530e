package tranche.notifications.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.notifications.notice.domain.Channel;
import tranche.values.decision.Decision;

@DisplayName("A delivery")
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-03-31T23:30:00Z");
    private static final Outcome TAKEN = new Outcome.Taken(OptionalInt.of(204));
    private static final Outcome SOFT = new Outcome.Soft("timeout");
    private static final Outcome HARD = new Outcome.Hard("http-410", OptionalInt.of(410));

    private static Delivery to(Channel channel) {
        return Delivery.of(new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true), channel, NOW);
    }

    private static Delivery with(Delivery delivery, DeliveryState state) {
        return new Delivery(
                delivery.id(),
                delivery.recipient(),
                delivery.alert(),
                delivery.channel(),
                delivery.target(),
                state,
                delivery.attempts(),
                delivery.fresh(),
                state.isSettled() ? Optional.empty() : Optional.of(NOW),
                NOW,
                Optional.empty(),
                delivery.version());
    }

    private static Deliveries of(Delivery delivery) {
        return new Deliveries(Map.of(delivery.id(), delivery));
    }

    @Test
    void is_not_due_before_its_recipient_wants_it_and_is_never_made_to_wait_less() {
        Delivery due = Delivery.of(
                new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true), Channel.EMAIL, NOW);

        assertThat(due.notBefore(NOW.plusSeconds(60)).dueAt()).contains(NOW.plusSeconds(60));
        assertThat(due.notBefore(NOW.minusSeconds(60)).dueAt()).contains(NOW);
    }

    @Test
    @DisplayName("R7: has the id of its alert, channel and target, whenever it is made")
    void the_same_cause_gives_the_same_id() {
        var target = new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true);
        Delivery first = Delivery.of(target, Channel.WEBHOOK, NOW);

        assertThat(Delivery.of(target, Channel.WEBHOOK, NOW.plusSeconds(9)).id())
                .isEqualTo(first.id());
        assertThat(Delivery.of(target, Channel.EMAIL, NOW).id()).isNotEqualTo(first.id());
    }

    @Test
    void waits_for_a_target_that_is_not_proven() {
        var unproven = new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), false);

        assertThat(Delivery.of(unproven, Channel.WEBHOOK, NOW).dueAt()).isEmpty();
        assertThat(to(Channel.WEBHOOK).dueAt()).contains(NOW);
    }

    @Test
    @DisplayName("what a relay has taken is sent and no more, what a receiver has taken is delivered")
    void is_said_to_be_delivered_only_where_the_receiver_has_it() {
        Delivery letter = to(Channel.EMAIL).begun(NOW);
        Delivery call = to(Channel.WEBHOOK).begun(NOW);

        assertThat(letter.after(TAKEN, NOW, 0).state()).isEqualTo(DeliveryState.SENT);
        assertThat(call.after(TAKEN, NOW, 0).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(letter.after(HARD, NOW, 0).state()).isEqualTo(DeliveryState.BOUNCED_HARD);
        assertThat(call.after(HARD, NOW, 0).state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void waits_after_a_soft_failure_as_its_plan_and_its_receiver_ask() {
        Delivery begun = to(Channel.WEBHOOK).begun(NOW);

        assertThat(begun.after(SOFT, NOW, 0.5).dueAt()).contains(NOW.plusSeconds(5));
        assertThat(begun.after(asked(Duration.ofMinutes(3)), NOW, 0.5).dueAt()).contains(NOW.plusSeconds(180));
        assertThat(begun.after(asked(Duration.ofDays(30)), NOW, 0.5).dueAt()).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(begun.after(SOFT, NOW, 0.5).reason()).contains("timeout");
    }

    private static Outcome asked(Duration notBefore) {
        return new Outcome.Soft("http-429", OptionalInt.of(429), Optional.of(notBefore));
    }

    @Test
    @DisplayName(
            "N-11: is tried nine times again over three days, and then no more; sent anew, it has all of its plan again")
    void fails_after_the_last_pause() {
        Delivery delivery = to(Channel.WEBHOOK);
        Instant at = NOW;
        for (int tries = 1; tries <= 9; tries++) {
            delivery = delivery.begun(at).after(SOFT, at, 0.5);
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            at = delivery.dueAt().orElseThrow();
        }
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(70), Duration.ofHours(73));
        delivery = delivery.begun(at).after(SOFT, at, 0.5);

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.attempts()).isEqualTo(10);
        assertThat(delivery.version()).isEqualTo(1);
        Delivery anew = delivery.replayed(at).begun(at);
        assertThat(anew.id()).isEqualTo(delivery.id());
        assertThat(anew.attempts()).isEqualTo(11);
        assertThat(anew.after(SOFT, at, 0.5).dueAt()).contains(at.plusSeconds(5));
    }

    @Test
    void is_asked_for_once_it_is_sent_again_by_hand_even_if_it_was_never_tried() {
        Delivery cancelled = to(Channel.WEBHOOK).cancelled("superseded");
        Delivery tried = to(Channel.WEBHOOK).begun(NOW).after(SOFT, NOW, 0);

        assertThat(tried.isAskedFor()).isFalse();
        assertThat(tried.begun(NOW).isAskedFor()).isFalse();
        assertThat(cancelled.isAskedFor()).isFalse();
        assertThat(cancelled.replayed(NOW).isAskedFor()).isTrue();
        assertThat(cancelled.replayed(NOW).begun(NOW).after(SOFT, NOW, 0).isAskedFor())
                .isTrue();
    }

    @Test
    void an_attempt_that_was_given_up_settles_nothing() {
        Delivery first = to(Channel.WEBHOOK).begun(NOW);
        Delivery second = first.begun(NOW.plus(Delivery.LEASE));
        var late = new DeliveryCommand.Settle(second.id(), new Attempted(first, 1, TAKEN, NOW));
        var inTime = new DeliveryCommand.Settle(second.id(), new Attempted(second, 2, TAKEN, NOW));

        assertThat(of(second).decide(late, NOW)).isEqualTo(Decision.accepted());
        assertThat(((Decision.Accepted<DeliveryEvent>) of(second).decide(inTime, NOW)).events())
                .singleElement()
                .isInstanceOf(DeliveryEvent.Sent.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DeliveryState.class)
    @DisplayName("§2.8: is sent again once it is settled, and not before; another's is not there")
    void is_replayed_once_it_is_settled(DeliveryState state) {
        Delivery delivery = with(to(Channel.WEBHOOK), state);
        var replay = new DeliveryCommand.Replay(delivery.id(), Optional.of(delivery.target()), OptionalLong.empty());
        var elsewhere = new DeliveryCommand.Replay(delivery.id(), Optional.of(UUID.randomUUID()), OptionalLong.empty());
        var older = new DeliveryCommand.Replay(delivery.id(), Optional.of(delivery.target()), OptionalLong.of(7));

        assertThat(of(delivery).gate(replay).map(DeliveryTest::refusal))
                .isEqualTo(state.isSettled() ? Optional.empty() : Optional.of(DeliveryRefusal.INVALID_STATE));
        assertThat(of(delivery).gate(elsewhere).map(DeliveryTest::refusal)).contains(DeliveryRefusal.NOT_FOUND);
        assertThat(of(delivery).gate(older).map(DeliveryTest::refusal)).contains(DeliveryRefusal.VERSION_CONFLICT);
    }

    private static Object refusal(Decision<DeliveryEvent> decision) {
        return ((Decision.Refused<DeliveryEvent>) decision).refusal();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(DeliveryState.class)
    @DisplayName("§2.8: takes no step that its state does not admit")
    void takes_no_other_step(DeliveryState state) {
        Delivery delivery = with(to(Channel.EMAIL), state);

        tried(state, DeliveryState.SENDING, () -> delivery.begun(NOW));
        tried(state, DeliveryState.CANCELLED, () -> delivery.cancelled("right-withdrawn"));
        tried(state, DeliveryState.SENT, () -> delivery.after(TAKEN, NOW, 0));
        if (state == DeliveryState.SENT || state == DeliveryState.SENDING) {
            assertThat(delivery.after(HARD, NOW, 0).state()).isEqualTo(DeliveryState.BOUNCED_HARD);
        }
    }

    private static void tried(DeliveryState from, DeliveryState to, Runnable step) {
        if (from.next().contains(to)) {
            step.run();
        } else {
            assertThatIllegalStateException().isThrownBy(step::run).withMessageContaining(from + " to " + to);
        }
    }

    @Test
    void a_share_shrinks_fast_and_grows_slowly_within_its_bounds() {
        Share dead = Share.FIRST.narrower().narrower();
        Share healthy = Share.FIRST;
        for (int answers = 0; answers < 100; answers++) {
            healthy = healthy.wider();
        }

        assertThat(dead.isSlow()).isTrue();
        assertThat(dead.narrower()).isEqualTo(dead);
        assertThat(healthy.most()).isEqualTo(Share.MOST);
        assertThat(List.of(healthy.narrower().most(), dead.wider().most())).containsExactly(16, 2);
    }
}
