package tranche.notifications.subscription.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.store.PreferenceRows;
import tranche.notifications.subscription.domain.Content;
import tranche.notifications.subscription.domain.Range;
import tranche.notifications.subscription.domain.Subscription;
import tranche.notifications.subscription.domain.SubscriptionState;

/** The tables {@code subscription} and {@code subscribed}. */
public final class SubscriptionRows {

    private static final String OF_RECIPIENTS =
            "select * from subscription where recipient_id = any(?::uuid[]) and state <> 'UNSUBSCRIBED'";

    private static final String BY_IDS = "select * from subscription where subscription_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into subscription (
                subscription_id, recipient_id, range_kind, range, types, channels, digest, quiet_from, quiet_to, state,
                created_at, version, effective_date, recorded_at)
            select subscription_id, recipient_id, range_kind, range, string_to_array(types, ','),
                   string_to_array(channels, ','), digest, quiet_from, quiet_to, state,
                   created_at, version, effective_date, recorded_at
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::time[], ?::time[],
                          ?::text[], ?::timestamptz[], ?::bigint[], ?::date[], ?::timestamptz[])
                   as r(subscription_id, recipient_id, range_kind, range, types, channels, digest, quiet_from, quiet_to,
                        state, created_at, version, effective_date, recorded_at)
            on conflict (subscription_id) do update set
                state = excluded.state, version = excluded.version, effective_date = excluded.effective_date,
                recorded_at = excluded.recorded_at
            """;

    private static final String BEGUN = """
            insert into subscribed (subscription_id, since)
            select b.* from unnest(?::uuid[], ?::timestamptz[]) as b(subscription_id, since)
             where not exists (select from subscribed s
                                where s.subscription_id = b.subscription_id and s.until is null)
            on conflict (subscription_id, since) do update set until = null
            """;

    private static final String ENDED = """
            update subscribed s set until = e.until from unnest(?::uuid[], ?::timestamptz[]) as e(subscription_id, until)
             where s.subscription_id = e.subscription_id and s.until is null
            """;

    private SubscriptionRows() {}

    /** The subscriptions of these recipients that have not ended, by recipient and id. */
    public static Map<UUID, Map<UUID, Subscription>> ofRecipients(Connection connection, Collection<UUID> recipients)
            throws SQLException {
        return list(connection, OF_RECIPIENTS, recipients).stream()
                .collect(Collectors.groupingBy(
                        Subscription::recipient, Collectors.toMap(Subscription::id, subscription -> subscription)));
    }

    /** These subscriptions, by their ids. */
    public static Map<UUID, Subscription> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
        return list(connection, BY_IDS, ids).stream()
                .collect(Collectors.toMap(Subscription::id, subscription -> subscription));
    }

    private static List<Subscription> list(Connection connection, String sql, Collection<UUID> ids)
            throws SQLException {
        return Query.list(
                connection, sql, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), SubscriptionRows::read);
    }

    static Subscription read(ResultSet row) throws SQLException {
        Content content = new Content(
                range(row.getString("range_kind"), row.getString("range")),
                types(row),
                PreferenceRows.channels(row, "channels"),
                Rows.text(row, "digest").map(Digest::valueOf),
                PreferenceRows.quietHours(row));
        return new Subscription(
                Rows.id(row, "subscription_id"),
                Rows.id(row, "recipient_id"),
                content,
                SubscriptionState.valueOf(row.getString("state")),
                Rows.instant(row, "created_at").orElseThrow(),
                Rows.version(row));
    }

    private static Set<AlertType> types(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("types").getArray())
                .map(AlertType::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Range range(String kind, String name) {
        return switch (kind) {
            case "EVERYTHING" -> new Range.Everything();
            case "REGION" -> new Range.Region(name);
            default -> new Range.Thing(Range.Kind.valueOf(kind), UUID.fromString(name));
        };
    }

    private static String kind(Range range) {
        return switch (range) {
            case Range.Everything _ -> "EVERYTHING";
            case Range.Region _ -> "REGION";
            case Range.Thing thing -> thing.kind().name();
        };
    }

    private static String name(Range range) {
        return switch (range) {
            case Range.Everything _ -> "";
            case Range.Region region -> region.name();
            case Range.Thing thing -> thing.id().toString();
        };
    }

    /** Stores subscriptions as they now are, each one's last, and since when or until when they are active. */
    public static void save(Connection connection, List<Subscription> changed) throws SQLException {
        Map<UUID, Subscription> last = new HashMap<>();
        changed.forEach(one -> last.put(one.id(), one));
        Collection<Subscription> rows = last.values();
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<Subscription>rows(upsert, rows)
                    .uuid(Subscription::id)
                    .uuid(Subscription::recipient)
                    .text(one -> kind(one.content().range()))
                    .text(one -> name(one.content().range()))
                    .text(one -> one.content().types().stream()
                            .sorted()
                            .map(AlertType::name)
                            .collect(Collectors.joining(",")))
                    .text(one -> PreferenceRows.names(one.content().channels()))
                    .text(one -> one.content().digest().map(Digest::name).orElse(null))
                    .column(
                            "time",
                            one -> one.content()
                                    .quietHours()
                                    .map(QuietHours::from)
                                    .orElse(null))
                    .column(
                            "time",
                            one -> one.content()
                                    .quietHours()
                                    .map(QuietHours::to)
                                    .orElse(null))
                    .text(one -> one.state().name())
                    .instant(one -> Rows.at(one.createdAt()))
                    .bigint(one -> one.version().number())
                    .date(one -> one.version().effectiveDate())
                    .instant(one -> Rows.at(one.version().recordedAt()));
            upsert.executeUpdate();
        }
        span(connection, ENDED, rows.stream().filter(one -> !isActive(one)).toList());
        span(connection, BEGUN, rows.stream().filter(SubscriptionRows::isActive).toList());
    }

    private static boolean isActive(Subscription subscription) {
        return subscription.state() == SubscriptionState.ACTIVE;
    }

    private static void span(Connection connection, String sql, List<Subscription> subscriptions) throws SQLException {
        if (subscriptions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Bind.<Subscription>rows(statement, subscriptions)
                    .uuid(Subscription::id)
                    .instant(one -> Rows.at(one.version().recordedAt()));
            statement.executeUpdate();
        }
    }
}
