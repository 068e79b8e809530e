package tranche.commitments.notice;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.notice.domain.KeyBook;
import tranche.commitments.notice.domain.KeyBook.Publish;
import tranche.commitments.notice.domain.KeyBook.Published;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.commitments.notice.events.NoticeKeyAvro;
import tranche.commitments.notice.store.NoticeKeyRows;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.world.ids.Ids;

/** The front door of the keys that sign notices: each is told of once, so that the portal shows it to everybody. */
@Singleton
public final class NoticeKeyCommands implements Feature<KeyBook, Publish, Published> {

    private final Writer<KeyBook, Publish, Published> writer;

    NoticeKeyCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<KeyBook, Publish, Published> writer() {
        return writer;
    }

    /** Under which key of the topic a key is told of. */
    public static UUID keyOf(PublishedKey key) {
        return Ids.ofCause("tranche:notice-key:" + key.id());
    }

    @Override
    public String name() {
        return "notice-key";
    }

    @Override
    public Map<UUID, KeyBook> load(Connection connection, Map<UUID, List<Publish>> commands) throws SQLException {
        List<String> ids = commands.values().stream()
                .flatMap(List::stream)
                .map(publish -> publish.key().id())
                .distinct()
                .toList();
        Map<UUID, KeyBook> books = new HashMap<>();
        commands.keySet().forEach(key -> books.put(key, KeyBook.EMPTY));
        NoticeKeyRows.told(connection, ids).forEach(key -> books.put(keyOf(key), new KeyBook(Optional.of(key))));
        return books;
    }

    @Override
    public Decision<Published> decide(KeyBook state, Publish command, Instant now) {
        return state.decide(command, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    @Override
    public KeyBook apply(KeyBook state, Published event, Instant recordedAt) {
        return state.apply(event);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<KeyBook, Published>> recorded) throws SQLException {
        if (!recorded.isEmpty()) {
            NoticeKeyRows.published(
                    connection,
                    recorded.stream().map(one -> one.event().key()).toList(),
                    recorded.iterator().next().recordedAt());
        }
    }

    @Override
    public Outgoing toAvro(KeyBook after, Published event) {
        return NoticeKeyAvro.of(keyOf(event.key()), event);
    }
}
