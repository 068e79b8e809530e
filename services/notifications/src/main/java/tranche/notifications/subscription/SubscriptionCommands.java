package tranche.notifications.subscription;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.notifications.subscription.domain.Subscription;
import tranche.notifications.subscription.domain.SubscriptionBook;
import tranche.notifications.subscription.domain.SubscriptionCommand;
import tranche.notifications.subscription.domain.SubscriptionCommand.Subscribe;
import tranche.notifications.subscription.domain.SubscriptionEvent;
import tranche.notifications.subscription.events.SubscriptionAvro;
import tranche.notifications.subscription.store.SeenRows;
import tranche.notifications.subscription.store.SubscriptionRows;
import tranche.values.decision.Decision;

/** The front door of subscriptions: recipients ask to be told of more, pause, and end it. */
@Singleton
public final class SubscriptionCommands implements Feature<SubscriptionBook, SubscriptionCommand, SubscriptionEvent> {

    private final Writer<SubscriptionBook, SubscriptionCommand, SubscriptionEvent> writer;

    SubscriptionCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<SubscriptionBook, SubscriptionCommand, SubscriptionEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "subscription";
    }

    @Override
    public Map<UUID, SubscriptionBook> load(Connection connection, Map<UUID, List<SubscriptionCommand>> commands)
            throws SQLException {
        List<Subscribe> asked = commands.values().stream()
                .flatMap(List::stream)
                .filter(Subscribe.class::isInstance)
                .map(Subscribe.class::cast)
                .toList();
        Set<UUID> seen = SeenRows.seen(connection, asked);
        Map<UUID, Map<UUID, Subscription>> own = SubscriptionRows.ofRecipients(connection, commands.keySet());
        Map<UUID, SubscriptionBook> books = new HashMap<>();
        commands.keySet().forEach(id -> books.put(id, new SubscriptionBook(id, own.getOrDefault(id, Map.of()), seen)));
        return books;
    }

    @Override
    public Decision<SubscriptionEvent> decide(SubscriptionBook state, SubscriptionCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public SubscriptionBook apply(SubscriptionBook state, SubscriptionEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<SubscriptionBook, SubscriptionEvent>> recorded)
            throws SQLException {
        SubscriptionRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().subscription(one.event().id()))
                        .toList());
    }

    @Override
    public Outgoing toAvro(SubscriptionBook after, SubscriptionEvent event) {
        return SubscriptionAvro.of(after.subscription(event.id()));
    }
}
