package tranche.flow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;

/** The dead letters of all of a service's consumers. */
public final class DeadLetters {

    private static final String LETTER = """
        select d.id, d.consumer, d.topic, d.key, d.event_id, d.type, d.reason, d.detail, d.attempts, d.parked_since,
               d.replayed_at,
               (select count(*) from dead_letter w
                 where (w.consumer, w.topic, w.key) = (d.consumer, d.topic, d.key)
                   and w.replayed_at is null and w.id <> d.id and d.replayed_at is null) as waiting
          from dead_letter d
        """;

    /** The first of each key that waits: what stops the others. */
    private static final String STOPPING = LETTER + """
         where d.replayed_at is null
           and (?::uuid is null or d.id > ?)
           and not exists (select from dead_letter e
                            where (e.consumer, e.topic, e.key) = (d.consumer, d.topic, d.key)
                              and e.replayed_at is null
                              and (e.sequence, e.record_offset) < (d.sequence, d.record_offset))
         order by d.id
         limit ?
        """;

    private static final String ONE = LETTER + " where d.id = ?";

    private final DataSource dataSource;

    public DeadLetters(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What stops a key, or stands alone, in the order of the ids: of arrival. One more than the limit, if there is one. */
    public List<DeadLetter> stopping(Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                STOPPING,
                select -> {
                    select.setObject(1, after.orElse(null));
                    select.setObject(2, after.orElse(null));
                    select.setInt(3, limit + 1);
                },
                DeadLetters::letter);
    }

    /** A letter by its id, replayed ones included. */
    public Optional<DeadLetter> one(UUID id) {
        return Query.list(dataSource, ONE, select -> select.setObject(1, id), DeadLetters::letter).stream()
                .findFirst();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                Optional.ofNullable(row.getObject("key", UUID.class)),
                Optional.ofNullable(row.getObject("event_id", UUID.class)),
                Optional.ofNullable(row.getString("type")),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("attempts"),
                row.getObject("parked_since", OffsetDateTime.class).toInstant(),
                row.getLong("waiting"),
                Optional.ofNullable(row.getObject("replayed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
