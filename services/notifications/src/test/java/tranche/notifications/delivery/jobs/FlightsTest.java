package tranche.notifications.delivery.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.delivery.domain.Way;
import tranche.notifications.notice.domain.Channel;

@DisplayName("R8: what is under way")
class FlightsTest {

    private static final Outcome TAKEN = new Outcome.Taken(OptionalInt.of(200));
    private static final Outcome SOFT = new Outcome.Soft("timeout");
    private static final Duration QUICK = Duration.ofMillis(3);

    private final Flights flights = new Flights();
    private final UUID dead = UUID.randomUUID();
    private final UUID alive = UUID.randomUUID();

    private static Delivery to(UUID target) {
        return Delivery.of(
                new Target(UUID.randomUUID(), UUID.randomUUID(), target, true), Channel.WEBHOOK, Instant.EPOCH);
    }

    private static List<Delivery> many(UUID target, int count) {
        return IntStream.range(0, count).mapToObj(_ -> to(target)).toList();
    }

    private int begin(List<Delivery> due) {
        List<Delivery> chosen = flights.choose(due);
        chosen.forEach(flights::begun);
        return chosen.size();
    }

    private void fails(UUID target) {
        flights.begun(to(target));
        flights.ended(to(target), SOFT, QUICK);
    }

    @Test
    void a_target_with_a_thousand_waiting_takes_its_share_and_no_more() {
        assertThat(begin(Stream.concat(many(dead, 1_000).stream(), many(alive, 2).stream())
                        .toList()))
                .isEqualTo(4 + 2);
        assertThat(flights.busy()).containsExactly(dead);
    }

    @Test
    void a_target_that_fails_is_sent_one_at_a_time_until_it_answers() {
        fails(dead);
        fails(dead);
        assertThat(begin(many(dead, 10))).isEqualTo(1);
        flights.ended(to(dead), TAKEN, QUICK);

        assertThat(begin(many(dead, 10))).isEqualTo(2);
    }

    @Test
    void a_target_that_answers_slowly_is_held_like_one_that_fails() {
        for (int answers = 0; answers < 2; answers++) {
            flights.begun(to(dead));
            flights.ended(to(dead), TAKEN, Duration.ofSeconds(12));
        }

        assertThat(begin(many(dead, 10))).isEqualTo(1);
    }

    @Test
    void all_slow_targets_together_hold_no_more_than_a_fifth() {
        List<UUID> slow =
                IntStream.range(0, 200).mapToObj(_ -> UUID.randomUUID()).toList();
        slow.forEach(target -> {
            fails(target);
            fails(target);
        });

        assertThat(begin(slow.stream().map(FlightsTest::to).toList())).isEqualTo(Flights.MOST / 5);
        assertThat(flights.busy()).containsAll(slow);
        assertThat(begin(many(alive, 10))).isEqualTo(4);
    }

    @Test
    void a_healthy_target_is_soon_used_to_the_full_and_all_together_have_an_end() {
        for (int answers = 0; answers < 40; answers++) {
            flights.begun(to(alive));
            flights.ended(to(alive), TAKEN, QUICK);
        }
        assertThat(begin(many(alive, 100))).isEqualTo(32);

        assertThat(begin(IntStream.range(0, 1_000)
                        .mapToObj(_ -> to(UUID.randomUUID()))
                        .toList()))
                .isEqualTo(Flights.MOST - 32);
        assertThat(flights.room()).isZero();
    }

    @Test
    void mails_that_wait_for_their_host_leave_the_room_to_others() {
        List<Delivery> mails = IntStream.range(0, 1_000).mapToObj(_ -> mail()).toList();

        assertThat(begin(mails)).isEqualTo(Way.of(Channel.EMAIL).mostAtOnce());
        assertThat(flights.open()).containsExactly(Channel.WEBHOOK);
        assertThat(begin(mails)).isZero();
        assertThat(begin(many(alive, 2))).isEqualTo(2);

        flights.ended(mails.getFirst(), SOFT, Duration.ofSeconds(10));

        assertThat(flights.open()).contains(Channel.EMAIL);
    }

    private static Delivery mail() {
        UUID recipient = UUID.randomUUID();
        return Delivery.of(new Target(UUID.randomUUID(), recipient, recipient, true), Channel.EMAIL, Instant.EPOCH);
    }
}
