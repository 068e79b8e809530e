package tranche.notifications.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tranche.flow.Flow;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.CauseRows;
import tranche.notifications.delivery.store.ClaimRows;
import tranche.notifications.delivery.store.DeliveryRows;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.store.ReachRows;
import tranche.world.Failpoint;

/**
 * Takes up what is due, in a transaction of its own: whoever may no longer have a delivery is left out, and so is what was
 * settled meanwhile (rule N-6), unless it was asked for by hand; the others stand as being sent, each with its attempt and with what it sends, before a byte of
 * it leaves.
 *
 * <p>The power may fail anywhere. Before this commit nothing was taken up. After it the attempt stands without an end: when its
 * lease is over it is made again under the same id and with the same content, and the receiver may get it twice (promise R7).
 */
@Singleton
public class Claims {

    /** The reason of what its recipient may no longer have. */
    private static final String WITHDRAWN = "right-withdrawn";

    /** The reason of what says what is settled, or was said anew. */
    private static final String SUPERSEDED = "superseded";

    /** The reason of what has nothing to say. */
    private static final String NOTHING = "nothing-to-send";

    private final Flow flow;
    private final Map<Channel, Sender> senders;

    Claims(Flow flow, List<Sender> senders) {
        this.flow = flow;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
    }

    /**
     * A delivery that stands as being sent, and is to be sent now.
     *
     * @param traceparent of the command that began what is told; empty where nothing did
     */
    public record Claim(Delivery delivery, String content, Optional<String> traceparent, Parcel.Sending sending) {}

    /**
     * What was taken up.
     *
     * @param mayBeMore whether something else may be due that there is room for
     */
    public record Claimed(List<Claim> claims, boolean mayBeMore) {}

    /**
     * Takes up what is due.
     *
     * @param open channels by which more may be sent at the moment
     * @param busy targets that get no more for the moment
     * @param most rows that are looked at
     * @param chosen picks of what is due, the longest due first, what there is room for; asked again if the transaction is
     */
    public Claimed take(Set<Channel> open, Collection<UUID> busy, int most, UnaryOperator<List<Delivery>> chosen) {
        List<Channel> channels =
                senders.keySet().stream().filter(open::contains).toList();
        return flow.writers().together(transaction -> {
            List<Delivery> due = ClaimRows.due(transaction.connection(), transaction.now(), channels, busy, most);
            List<Delivery> picked = chosen.apply(due);
            List<Claim> claims = begin(transaction, picked);
            // What was cancelled has left its room to others at once.
            boolean hasLeftRoom = due.size() == most || claims.size() < picked.size();
            return new Claimed(claims, hasLeftRoom && !picked.isEmpty());
        });
    }

    private List<Claim> begin(Transaction transaction, List<Delivery> chosen) throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Connection connection = transaction.connection();
        Instant now = transaction.now();
        Map<UUID, Parcel> parcels = parcels(connection, now, chosen);
        Map<UUID, String> contents = contents(connection, now, chosen, parcels);
        Map<UUID, Trace> traces = CauseRows.of(connection, chosen);
        List<Delivery> cancelled = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Delivery delivery : chosen) {
            String content = contents.get(delivery.id());
            switch (parcels.getOrDefault(delivery.id(), new Parcel.Void(NOTHING))) {
                case Parcel.Void(String reason) -> cancelled.add(delivery.cancelled(reason));
                case Parcel.Ready _ when content == null -> cancelled.add(delivery.cancelled(NOTHING));
                case Parcel.Ready(Parcel.Sending sending) ->
                    claims.add(new Claim(
                            delivery.begun(now),
                            content,
                            Optional.ofNullable(traces.get(delivery.id())).map(Trace::traceparent),
                            sending));
            }
        }
        DeliveryRows.save(connection, cancelled);
        ClaimRows.begin(connection, claims.stream().map(Claim::delivery).toList(), contents, now);
        Failpoint.at("delivery.claimed");
        return claims;
    }

    private static List<UUID> alerts(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.alert().stream())
                .toList();
    }

    private Map<UUID, Parcel> parcels(Connection connection, Instant now, List<Delivery> chosen) throws SQLException {
        List<UUID> alerts = alerts(chosen);
        Set<UUID> still = ReachRows.still(connection, alerts, now);
        Set<UUID> superseded = ReachRows.superseded(connection, alerts);
        Map<UUID, Parcel> parcels = new HashMap<>();
        Map<Channel, List<Delivery>> rightful = new HashMap<>();
        for (Delivery delivery : chosen) {
            if (delivery.alert().filter(alert -> !still.contains(alert)).isPresent()) {
                parcels.put(delivery.id(), new Parcel.Void(WITHDRAWN));
            } else if (!delivery.isAskedFor()
                    && delivery.alert().filter(superseded::contains).isPresent()) {
                parcels.put(delivery.id(), new Parcel.Void(SUPERSEDED));
            } else {
                rightful.computeIfAbsent(delivery.channel(), _ -> new ArrayList<>())
                        .add(delivery);
            }
        }
        for (Map.Entry<Channel, List<Delivery>> one : rightful.entrySet()) {
            parcels.putAll(sender(one.getKey()).prepare(connection, one.getValue(), now));
        }
        return parcels;
    }

    /** What was fixed before, and what is fixed now of those that go out for the first time. */
    private Map<UUID, String> contents(
            Connection connection, Instant now, List<Delivery> chosen, Map<UUID, Parcel> parcels) throws SQLException {
        Map<UUID, String> contents = new HashMap<>(
                ClaimRows.contents(connection, chosen.stream().map(Delivery::id).toList()));
        Map<Channel, List<Delivery>> first = chosen.stream()
                .filter(delivery -> parcels.get(delivery.id()) instanceof Parcel.Ready)
                .filter(delivery -> !contents.containsKey(delivery.id()))
                .collect(Collectors.groupingBy(Delivery::channel));
        for (Map.Entry<Channel, List<Delivery>> one : first.entrySet()) {
            contents.putAll(sender(one.getKey()).contents(connection, one.getValue(), now));
        }
        return contents;
    }

    private Sender sender(Channel channel) {
        Sender sender = senders.get(channel);
        if (sender == null) {
            throw new IllegalStateException("nobody sends by " + channel);
        }
        return sender;
    }
}
