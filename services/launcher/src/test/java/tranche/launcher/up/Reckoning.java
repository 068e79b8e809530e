package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tranche.launcher.up.Kept.Sent;

/** What must hold between the tables and the topics of an all-in-one once it is quiet. */
record Reckoning(Kept kept) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    void assertHolds() {
        for (String service : List.of("commitments", "portal")) {
            assertThat(kept.ask(service, """
                select key from event group by key
                having count(*) <> max(key_sequence) or min(key_sequence) <> 1
                    or max(key_sequence) <> (select h.sequence from event_head h where h.key = event.key)\
                """))
                    .as("keys of " + service + " whose events are not numbered without a gap")
                    .isEmpty();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inTopic(service)).isEqualTo(inTable(service)));
        }
        assertThat(kept.ask("commitments", """
            select fund_id
              from (select fund_id, ledger, account, currency, sum(amount) as amount from posting group by 1, 2, 3, 4) p
              full join (select fund_id, ledger, account, currency, sum(amount) as amount from balance group by 1, 2, 3, 4) b
                   using (fund_id, ledger, account, currency)
             where p.amount is distinct from b.amount\
            """))
                .as("funds with a balance that is not the sum of its postings")
                .isEmpty();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(commitments("portal", "raise_commitment"))
                        .isEqualTo(commitments("commitments", "commitment")));
    }

    private List<String> commitments(String database, String table) {
        return kept.ask(
                database,
                "select concat_ws(' ', commitment_id, fund_id, state, currency, amount, version) from " + table
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
