package tranche.flow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Transaction;

/** Writes down each event that it is told; cannot handle those of some keys, or not even say what they lock. */
public final class Teller implements Consumer {

    private static final String INSERT =
            "insert into told (event_id, key, sequence) select * from unnest(?::uuid[], ?::uuid[], ?::bigint[])";

    private final String name;
    private final String topic;
    private final Predicate<UUID> refused;
    private final Predicate<UUID> unheard;

    public Teller(String name, String topic, Predicate<UUID> refused) {
        this(name, topic, refused, _ -> false);
    }

    /** @param unheard keys of which it cannot even say what their events lock */
    Teller(String name, String topic, Predicate<UUID> refused, Predicate<UUID> unheard) {
        this.name = name;
        this.topic = topic;
        this.refused = refused;
        this.unheard = unheard;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) {
        if (batch.stream().map(Incoming::key).anyMatch(unheard)) {
            throw new IllegalStateException("cannot say what this one locks");
        }
        return Set.of();
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        for (Incoming event : batch) {
            if (refused.test(event.key())) {
                throw new IllegalStateException("cannot handle this one");
            }
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(INSERT)) {
            Bind.<Incoming>rows(insert, batch)
                    .uuid(event -> event.head().getEventId())
                    .uuid(Incoming::key)
                    .bigint(event -> event.head().getSequence());
            insert.executeUpdate();
        }
    }
}
