package tranche.notifications.delivery.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.writer.Unavailable;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.notice.domain.Channel;

@DisplayName("What attempts came to")
class EndingsTest {

    private final List<UUID> recorded = new ArrayList<>();
    private final List<UUID> behind = new ArrayList<>();
    private final Set<UUID> unrecordable = new HashSet<>();
    private final Endings endings = new Endings(this::record, one -> behind.add(id(one.attempted())));
    private final List<UUID> all = new ArrayList<>();
    private boolean away;
    private boolean goesAwayAfterFault;

    private static UUID id(Attempted attempted) {
        return attempted.delivery().id();
    }

    private void record(List<Attempted> batch) {
        if (away) {
            throw new Unavailable("the database is away", new IllegalStateException());
        }
        if (batch.stream().anyMatch(one -> unrecordable.contains(id(one)))) {
            away = goesAwayAfterFault;
            throw new IllegalStateException("I-0: no state goes there");
        }
        batch.forEach(one -> recorded.add(id(one)));
    }

    @BeforeEach
    void fourHaveEnded() {
        Stream.generate(EndingsTest::taken).limit(4).forEach(ended -> {
            all.add(id(ended.attempted()));
            endings.add(ended);
        });
    }

    private static Endings.Ended taken() {
        Delivery begun = Delivery.of(
                        new Target(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), true),
                        Channel.WEBHOOK,
                        Instant.EPOCH)
                .begun(Instant.EPOCH);
        return new Endings.Ended(
                new Attempted(begun, 1, new Outcome.Taken(OptionalInt.of(200)), Instant.EPOCH), Duration.ZERO);
    }

    @Test
    void is_recorded_at_once_and_once() {
        endings.record();
        endings.record();

        assertThat(recorded).isEqualTo(all);
        assertThat(behind).isEqualTo(all);
    }

    @Test
    void waits_while_the_database_is_away() {
        away = true;
        assertThatThrownBy(endings::record).isInstanceOf(Unavailable.class);
        assertThat(behind).isEmpty();

        away = false;
        endings.record();

        assertThat(recorded).isEqualTo(all);
    }

    @Test
    void leaves_out_the_one_that_cannot_be_recorded_and_no_other() {
        unrecordable.add(all.get(2));

        endings.record();

        assertThat(recorded).containsExactly(all.get(0), all.get(1), all.get(3));
        assertThat(behind).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("waits as a whole where the database goes away while one that cannot be recorded is looked for")
    void waits_where_the_database_goes_away_in_the_middle() {
        unrecordable.add(all.get(3));
        goesAwayAfterFault = true;
        assertThatThrownBy(endings::record).isInstanceOf(Unavailable.class);
        assertThat(behind).isEmpty();

        goesAwayAfterFault = false;
        away = false;
        endings.record();

        assertThat(recorded).containsExactlyInAnyOrder(all.get(0), all.get(1), all.get(2));
        assertThat(behind).containsExactlyInAnyOrderElementsOf(all);
    }
}
