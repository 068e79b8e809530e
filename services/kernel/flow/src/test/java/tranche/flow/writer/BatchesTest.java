package tranche.flow.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/** Which commands are decided together: {@code 1←2} is one of key 1 that reads key 2. */
class BatchesTest {

    private static final class Silent implements Feature<String, String, String> {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Map<UUID, String> load(Connection connection, Map<UUID, List<String>> commands) {
            return Map.of();
        }

        @Override
        public Decision<String> decide(String state, String command, Instant now) {
            return Decision.accepted();
        }

        @Override
        public String apply(String state, String event, Instant recordedAt) {
            return state;
        }

        @Override
        public void save(Connection connection, Collection<Recorded<String, String>> recorded) {}

        @Override
        public Outgoing toAvro(String after, String event) {
            throw new IllegalStateException(event);
        }
    }

    private static final Silent ONE = new Silent();
    private static final Silent ANOTHER = new Silent();

    private static UUID key(int number) {
        return new UUID(0, number);
    }

    private static Pending<?, ?, ?> command(Silent feature, int key, UUID... reads) {
        return Pending.of(
                feature,
                new Submission<>(
                        key(key),
                        Set.of(reads),
                        "do",
                        Actor.SYSTEM,
                        Optional.empty(),
                        new Trace(Optional.empty(), key(99), Optional.empty()),
                        (_, _) -> new Answer(200, Map.of(), new byte[0])));
    }

    private static List<Integer> sizes(Pending<?, ?, ?>... waiting) {
        return Batches.of(List.of(waiting)).stream().map(List::size).toList();
    }

    @Test
    void commands_of_one_feature_are_together_in_their_order() {
        assertThat(sizes(command(ONE, 1), command(ONE, 2), command(ANOTHER, 3), command(ONE, 1)))
                .containsExactly(2, 1, 1);
    }

    @Test
    void one_that_reads_what_another_may_write_waits_for_it() {
        assertThat(sizes(command(ONE, 1), command(ONE, 2, key(1)))).containsExactly(1, 1);
        assertThat(sizes(command(ONE, 1, key(2)), command(ONE, 2))).containsExactly(1, 1);
        assertThat(sizes(command(ONE, 1, key(2)), command(ONE, 2, key(1)), command(ONE, 3)))
                .containsExactly(1, 2);
    }

    @Test
    void what_is_only_read_and_what_is_its_own_keeps_nobody_waiting() {
        assertThat(sizes(command(ONE, 1, key(3)), command(ONE, 2, key(3)))).containsExactly(2);
        assertThat(sizes(command(ONE, 1, key(1)), command(ONE, 1, key(1)))).containsExactly(2);
    }
}
