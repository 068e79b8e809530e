package tranche.flow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.portal.AccountCreated;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;

/** The smallest feature there can be: a count for each key, and an event for each step of it. */
public final class Tally implements Feature<Tally.Count, Tally.Command, Tally.Counted> {

    private static final String LOAD = "select key, count from tally where key = any(?::uuid[])";

    private static final String SAVE = """
            insert into tally (key, count, last_by)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[])
            on conflict (key) do update set count = excluded.count, last_by = excluded.last_by
            """;

    public record Count(UUID key, long value) {}

    public sealed interface Command {
        /** One more, unless that would be more than the limit. */
        record Step(long limit) implements Command {}

        /** Something that no rule foresaw. */
        record Break() implements Command {}

        /** Something that the rules allow and the database does not. */
        record Poison() implements Command {}
    }

    public record Counted(UUID key, long value, boolean poison) {}

    enum TallyRefusal implements Refusal {
        LIMIT_REACHED
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public Map<UUID, Count> load(Connection connection, Map<UUID, List<Command>> commands) throws SQLException {
        Map<UUID, Count> counts = new HashMap<>();
        commands.keySet().forEach(key -> counts.put(key, new Count(key, 0)));
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            Bind.<UUID>rows(select, commands.keySet()).uuid(key -> key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID key = row.getObject(1, UUID.class);
                    counts.put(key, new Count(key, row.getLong(2)));
                }
            }
        }
        return counts;
    }

    @Override
    public Decision<Counted> decide(Count count, Command command, Instant now) {
        return switch (command) {
            case Command.Step step
            when count.value() >= step.limit() ->
                Decision.refused(TallyRefusal.LIMIT_REACHED, Map.of("limit", step.limit()));
            case Command.Step _ -> Decision.accepted(new Counted(count.key(), count.value() + 1, false));
            case Command.Break _ -> throw new IllegalStateException("I-0: broken on purpose");
            case Command.Poison _ -> Decision.accepted(new Counted(count.key(), count.value() + 1, true));
        };
    }

    @Override
    public Count apply(Count count, Counted event, Instant recordedAt) {
        return new Count(event.key(), event.value());
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Count, Counted>> recorded) throws SQLException {
        Map<UUID, Recorded<Count, Counted>> last = new LinkedHashMap<>();
        recorded.forEach(one -> last.put(one.key(), one));
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<Recorded<Count, Counted>>rows(upsert, last.values())
                    .uuid(Recorded::key)
                    .bigint(one -> one.after().value())
                    .uuid(one -> one.event().poison() ? null : one.by().account());
            upsert.executeUpdate();
        }
    }

    @Override
    public Outgoing toAvro(Count after, Counted event) {
        return new Outgoing(
                "tally",
                event.key(),
                event.value(),
                LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                head -> AccountCreated.newBuilder()
                        .setHead(head)
                        .setAccountId(event.key())
                        .setPersonId(event.key())
                        .build());
    }
}
