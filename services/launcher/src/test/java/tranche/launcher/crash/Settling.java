package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import tranche.launcher.up.Kept;
import tranche.launcher.up.Kept.Sent;

/** The end of the way: every event has arrived in its topic, and what the pages read says what the tables say. */
record Settling(Kept kept, List<String> services) {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Of commitments and what the pages read of them. */
    Settling(Kept kept) {
        this(kept, List.of("commitments", "portal"));
    }

    void await() {
        for (String service : services) {
            settle(() -> assertThat(inTopic(service)).isEqualTo(inTable(service)));
        }
        settle(() -> assertThat(commitments("portal", "raise_commitment"))
                .isEqualTo(commitments("commitments", "commitment")));
    }

    private static void settle(ThrowingRunnable holds) {
        Awaitility.await().atMost(LIMIT).pollInterval(LOOK_AGAIN).untilAsserted(holds);
    }

    /** Without their versions: a call that is issued or paid counts one up where it is owned, and tells nobody of that alone. */
    private List<String> commitments(String database, String table) {
        return kept.ask(
                database,
                "select concat_ws(' ', commitment_id, fund_id, state, currency, amount) from " + table
                        + " order by commitment_id");
    }

    /** The ids of each key's events in the topic, repeats left out: a relay may send twice and never skips. */
    private Map<String, List<String>> inTopic(String service) {
        return kept.sent(service + ".events").stream()
                .collect(Collectors.groupingBy(
                        Sent::key,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Sent::eventId, Collectors.toCollection(LinkedHashSet::new)),
                                List::copyOf)));
    }

    private Map<String, List<String>> inTable(String service) {
        return kept.ask(service, "select key || ' ' || event_id from event order by key, key_sequence").stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));
    }
}
