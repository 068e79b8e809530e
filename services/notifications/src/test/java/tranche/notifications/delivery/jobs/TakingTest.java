package tranche.notifications.delivery.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.writer.Unavailable;
import tranche.notifications.delivery.Claims.Claim;
import tranche.notifications.delivery.Claims.Claimed;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.notice.domain.Channel;
import tranche.testkit.TestClock;

@DisplayName("R8: what is taken up")
class TakingTest {

    private final TestClock clock = new TestClock(Instant.EPOCH);
    private final Taking taking = new Taking(clock);
    private final List<Delivery> due = new ArrayList<>(IntStream.range(0, 40)
            .mapToObj(_ -> Delivery.of(
                    new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true),
                    Channel.WEBHOOK,
                    Instant.EPOCH))
            .toList());
    private final Set<UUID> defective = new HashSet<>();

    /** As the database does it: all of what is chosen, or nothing. */
    private Claimed claim(UnaryOperator<List<Delivery>> chosen) {
        List<Delivery> picked = chosen.apply(List.copyOf(due));
        if (picked.stream().anyMatch(one -> defective.contains(one.id()))) {
            throw new IllegalStateException("cannot be made ready");
        }
        due.removeAll(picked);
        return new Claimed(
                picked.stream()
                        .map(one -> new Claim(one, "", Optional.empty(), (_, _) -> new Outcome.Soft("fault")))
                        .toList(),
                false);
    }

    private void takeAll() {
        while (taking.take(this::claim, UnaryOperator.identity()).mayBeMore()) {
            // Goes on, as the job does.
        }
    }

    @Test
    void a_delivery_that_cannot_be_made_ready_keeps_no_other_back_and_is_tried_again_later() {
        defective.add(due.get(7).id());
        defective.add(due.get(8).id());

        takeAll();

        assertThat(due).extracting(Delivery::id).containsExactlyInAnyOrderElementsOf(defective);
        defective.clear();
        takeAll();
        assertThat(due).hasSize(2);
        clock.tick(Duration.ofMinutes(6));
        takeAll();
        assertThat(due).isEmpty();
    }

    @Test
    void a_database_that_is_away_is_nobodys_defect() {
        assertThatThrownBy(() -> taking.take(
                        chosen -> {
                            var _ = chosen.apply(due);
                            throw new Unavailable("away", new IllegalStateException());
                        },
                        UnaryOperator.identity()))
                .isInstanceOf(Unavailable.class);

        takeAll();
        assertThat(due).isEmpty();
    }
}
