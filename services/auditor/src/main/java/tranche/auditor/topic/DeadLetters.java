package tranche.auditor.topic;

import java.sql.SQLException;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/** Dead letters that wait for somebody: told, for what they keep from taking effect is not lost. */
public final class DeadLetters {

    private static final String OPEN = """
        select id, consumer, topic, partition, record_offset, coalesce(key::text, 'no key') as key, reason
          from dead_letter where replayed_at is null order by parked_since, id
        """;

    private DeadLetters() {}

    public static void tell(Snapshot snapshot, Findings findings) throws SQLException {
        snapshot.each(
                OPEN,
                row -> findings.note(
                        Check.A08,
                        "dead letter open: " + snapshot.table("dead_letter") + " " + row.id("id") + ", consumer "
                                + row.text("consumer") + ", " + row.text("topic") + " partition "
                                + row.number("partition") + " offset " + row.number("record_offset") + ", key "
                                + row.text("key") + ", " + row.text("reason")));
    }
}
