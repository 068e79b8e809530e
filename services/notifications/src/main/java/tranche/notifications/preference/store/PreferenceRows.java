package tranche.notifications.preference.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.Preferences;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.Wishes;
import tranche.values.register.Version;

/** The tables {@code preference} and {@code preference_item}. */
public final class PreferenceRows {

    private static final String LOAD = "select * from preference where recipient_id = any(?::uuid[])";

    private static final String LOAD_ITEMS = "select * from preference_item where recipient_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into preference (
                recipient_id, quiet_from, quiet_to, version, effective_date, recorded_at)
            select * from unnest(
                ?::uuid[], ?::time[], ?::time[], ?::bigint[], ?::date[], ?::timestamptz[])
            on conflict (recipient_id) do update set
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, version = excluded.version, effective_date = excluded.effective_date,
                recorded_at = excluded.recorded_at
            """;

    private static final String CLEAR = "delete from preference_item where recipient_id = any(?::uuid[])";

    private static final String SAVE_ITEMS = """
            insert into preference_item (recipient_id, type, channels, digest)
            select recipient_id, type, string_to_array(channels, ','), digest
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as r(recipient_id, type, channels, digest)
            """;

    private PreferenceRows() {}

    private record Item(UUID recipient, AlertType type, Choice choice) {}

    /** Each of these recipients' preferences; of one that has said nothing, those of such. */
    public static Map<UUID, Preferences> load(Connection connection, Collection<UUID> recipients) throws SQLException {
        Map<UUID, Map<AlertType, Choice>> choices = Query.list(
                        connection,
                        LOAD_ITEMS,
                        select -> Bind.<UUID>rows(select, recipients).uuid(id -> id),
                        PreferenceRows::item)
                .stream()
                .collect(Collectors.groupingBy(Item::recipient, Collectors.toMap(Item::type, Item::choice)));
        Map<UUID, Preferences> preferences = new HashMap<>();
        recipients.forEach(id -> preferences.put(id, Preferences.none(id)));
        Query.list(
                        connection,
                        LOAD,
                        select -> Bind.<UUID>rows(select, recipients).uuid(id -> id),
                        row -> read(row, choices.getOrDefault(Rows.id(row, "recipient_id"), Map.of())))
                .forEach(one -> preferences.put(one.recipient(), one));
        return preferences;
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                Rows.id(row, "recipient_id"),
                AlertType.valueOf(row.getString("type")),
                new Choice(channels(row, "channels"), Digest.valueOf(row.getString("digest"))));
    }

    /** Channels by their names in an array. */
    public static Set<Channel> channels(ResultSet row, String column) throws SQLException {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Channel::valueOf)
                .forEach(channels::add);
        return channels;
    }

    /** Channels as a column that {@code string_to_array} reads. */
    public static String names(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::name).collect(Collectors.joining(","));
    }

    private static Preferences read(ResultSet row, Map<AlertType, Choice> choices) throws SQLException {
        return new Preferences(
                Rows.id(row, "recipient_id"), new Wishes(quietHours(row), choices), Optional.of(Rows.version(row)));
    }

    /** The columns {@code quiet_from} and {@code quiet_to}. */
    public static Optional<QuietHours> quietHours(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        return from == null
                ? Optional.empty()
                : Optional.of(new QuietHours(from, row.getObject("quiet_to", LocalTime.class)));
    }

    /** Stores what recipients have said, each one's last. */
    public static void save(Connection connection, List<Preferences> changed) throws SQLException {
        Map<UUID, Preferences> last = new HashMap<>();
        changed.forEach(one -> last.put(one.recipient(), one));
        Collection<Preferences> rows = last.values();
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<Preferences>rows(upsert, rows)
                    .uuid(Preferences::recipient)
                    .column(
                            "time",
                            one -> one.wishes()
                                    .quietHours()
                                    .map(QuietHours::from)
                                    .orElse(null))
                    .column(
                            "time",
                            one -> one.wishes().quietHours().map(QuietHours::to).orElse(null))
                    .bigint(Preferences::number)
                    .date(one -> version(one).effectiveDate())
                    .instant(one -> Rows.at(version(one).recordedAt()));
            upsert.executeUpdate();
        }
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            Bind.<Preferences>rows(clear, rows).uuid(Preferences::recipient);
            clear.executeUpdate();
        }
        saveItems(
                connection,
                rows.stream()
                        .flatMap(one -> one.wishes().choices().entrySet().stream()
                                .map(choice -> new Item(one.recipient(), choice.getKey(), choice.getValue())))
                        .toList());
    }

    private static Version version(Preferences said) {
        return said.version().orElseThrow();
    }

    private static void saveItems(Connection connection, List<Item> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SAVE_ITEMS)) {
            Bind.<Item>rows(insert, items)
                    .uuid(Item::recipient)
                    .text(one -> one.type().name())
                    .text(one -> names(one.choice().channels()))
                    .text(one -> one.choice().digest().name());
            insert.executeUpdate();
        }
    }
}
