package tranche.notifications.recipient.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.address.domain.AddressState;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.domain.Profile;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientEvent.AddressVerified;
import tranche.notifications.recipient.domain.Sealed;

/** The table {@code recipient}. */
public final class RecipientRows {

    private static final String LOAD = "select * from recipient where recipient_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into recipient (recipient_id, version, effective_date, recorded_at, display_name, language, zone, address,
                                   address_mark, address_state, address_since, verified_at, hard_bounces, link_hash,
                                   link_token, link_until)
            select distinct on (recipient_id) *
              from unnest(?::uuid[], ?::bigint[], ?::date[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::text[],
                          ?::text[], ?::timestamptz[])
                   as r(recipient_id, version, effective_date, recorded_at, display_name, language, zone, address,
                        address_mark, address_state, address_since, verified_at, hard_bounces, link_hash,
                        link_token, link_until)
             order by recipient_id, version desc
            on conflict (recipient_id) do update
               set version = excluded.version, effective_date = excluded.effective_date,
                   recorded_at = excluded.recorded_at, display_name = excluded.display_name,
                   language = excluded.language, zone = excluded.zone, address = excluded.address,
                   address_mark = excluded.address_mark, address_state = excluded.address_state,
                   address_since = excluded.address_since, verified_at = excluded.verified_at,
                   hard_bounces = excluded.hard_bounces, link_hash = excluded.link_hash, link_token = excluded.link_token,
                   link_until = excluded.link_until
            """;

    private static final String VOUCH = """
            update recipient r set vouched_for = v.reason from unnest(?::uuid[], ?::text[]) as v(recipient_id, reason)
             where r.recipient_id = v.recipient_id
            """;

    private RecipientRows() {}

    /** Those of these that are recipients, by their ids. */
    public static Map<UUID, Recipient> load(Connection connection, Collection<UUID> ids) throws SQLException {
        return Query.list(
                        connection, LOAD, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), RecipientRows::read)
                .stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
    }

    static Recipient read(ResultSet row) throws SQLException {
        return new Recipient(
                Rows.id(row, "recipient_id"),
                new Profile(
                        Rows.text(row, "display_name").map(Sealed::new),
                        Locale.of(row.getString("language")),
                        ZoneId.of(row.getString("zone"))),
                address(row),
                Rows.version(row));
    }

    private static Optional<Address> address(ResultSet row) throws SQLException {
        Optional<String> text = Rows.text(row, "address");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> hash = Rows.text(row, "link_hash");
        return Optional.of(new Address(
                new Sealed(text.get()),
                row.getString("address_mark"),
                AddressState.valueOf(row.getString("address_state")),
                Rows.instant(row, "address_since").orElseThrow(),
                Rows.instant(row, "verified_at"),
                row.getInt("hard_bounces"),
                hash.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Address.Link(
                                hash.get(),
                                new Sealed(row.getString("link_token")),
                                Rows.instant(row, "link_until").orElseThrow()))));
    }

    /** Stores recipients, of several versions of one the last. */
    public static void save(Connection connection, List<Recipient> recipients) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            Bind.<Recipient>rows(insert, recipients)
                    .uuid(Recipient::id)
                    .bigint(one -> one.version().number())
                    .date(one -> one.version().effectiveDate())
                    .instant(one -> Rows.at(one.version().recordedAt()))
                    .text(one -> one.profile().displayName().map(Sealed::text).orElse(null))
                    .text(one -> one.profile().language().getLanguage())
                    .text(one -> one.profile().zone().getId())
                    .text(one -> of(one, address -> address.text().text()))
                    .text(one -> of(one, Address::mark))
                    .text(one -> of(one, address -> address.state().name()))
                    .instant(one -> of(one, address -> Rows.at(address.since())))
                    .instant(one -> of(
                            one, address -> address.verifiedAt().map(Rows::at).orElse(null)))
                    .integer(one -> one.address().map(Address::hardBounces).orElse(0))
                    .text(one -> of(
                            one,
                            address -> address.link().map(Address.Link::hash).orElse(null)))
                    .text(one -> of(
                            one,
                            address -> address.link()
                                    .map(link -> link.token().text())
                                    .orElse(null)))
                    .instant(one -> of(
                            one,
                            address -> address.link()
                                    .map(link -> Rows.at(link.until()))
                                    .orElse(null)));
            insert.executeUpdate();
        }
    }

    private static <T> @Nullable T of(Recipient recipient, Function<Address, @Nullable T> part) {
        return recipient.address().isEmpty()
                ? null
                : part.apply(recipient.address().get());
    }

    /** Notes why a manager knows whose address it is, or that nobody had to. */
    public static void vouch(Connection connection, List<AddressVerified> verified) throws SQLException {
        if (verified.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(VOUCH)) {
            Bind.<AddressVerified>rows(update, verified)
                    .uuid(AddressVerified::recipient)
                    .text(one -> one.vouchedFor().map(Sealed::text).orElse(null));
            update.executeUpdate();
        }
    }
}
