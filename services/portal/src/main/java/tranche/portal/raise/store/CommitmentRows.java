package tranche.portal.raise.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.CommitmentPicture;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.DatePrecision;
import tranche.portal.raise.domain.KnownDate;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The pictures of commitments, as rows. */
final class CommitmentRows {

    private static final String LOAD = "select * from raise_commitment where commitment_id = any(?::uuid[])";

    /** Lists within a row travel as one text each, because PostgreSQL's arrays of arrays are rectangles. */
    private static final String SAVE = """
            insert into raise_commitment (commitment_id, programme_id, fund_id, investor_id, state, currency, amount,
                                          called, paid, restored, effective_date, date_precision, closing_date, source,
                                          documents, take_on, makers, version, changed_at)
            select commitment_id, programme_id, fund_id, investor_id, state, currency, amount, called, paid, restored,
                   effective_date, date_precision, closing_date, source, string_to_array(documents, ','), take_on,
                   string_to_array(makers, ',')::uuid[], version, changed_at
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                          ?::numeric[], ?::numeric[], ?::date[], ?::text[], ?::date[], ?::text[], ?::text[], ?::boolean[],
                          ?::text[], ?::bigint[], ?::timestamptz[])
                as c(commitment_id, programme_id, fund_id, investor_id, state, currency, amount, called, paid, restored,
                     effective_date, date_precision, closing_date, source, documents, take_on, makers, version,
                     changed_at)
            on conflict (commitment_id) do update
               set state = excluded.state, amount = excluded.amount, called = excluded.called, paid = excluded.paid,
                   restored = excluded.restored, effective_date = excluded.effective_date,
                   date_precision = excluded.date_precision, closing_date = excluded.closing_date,
                   source = excluded.source, documents = excluded.documents, makers = excluded.makers,
                   version = excluded.version, changed_at = excluded.changed_at
            """;

    private CommitmentRows() {}

    static Map<UUID, CommitmentPicture> load(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, CommitmentPicture> pictures = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            Bind.<UUID>rows(select, ids).uuid(id -> id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CommitmentPicture picture = read(row);
                    pictures.put(picture.id(), picture);
                }
            }
        }
        return pictures;
    }

    /** Reads a row of {@code raise_commitment}. */
    static CommitmentPicture read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        return new CommitmentPicture(
                row.getObject("commitment_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("investor_id", UUID.class),
                CommitmentState.valueOf(row.getString("state")),
                new Money(currency, row.getBigDecimal("amount")),
                new Money(currency, row.getBigDecimal("called")),
                new Money(currency, row.getBigDecimal("paid")),
                new Money(currency, row.getBigDecimal("restored")),
                new KnownDate(
                        row.getObject("effective_date", LocalDate.class),
                        DatePrecision.valueOf(row.getString("date_precision"))),
                Optional.ofNullable(row.getDate("closing_date")).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("source")),
                List.of((String[]) array(row, "documents")),
                row.getBoolean("take_on"),
                Set.of((UUID[]) array(row, "makers")),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (Object[]) array.getArray();
    }

    static void save(Connection connection, Collection<CommitmentPicture> pictures) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<CommitmentPicture>rows(upsert, pictures)
                    .uuid(CommitmentPicture::id)
                    .uuid(CommitmentPicture::programme)
                    .uuid(CommitmentPicture::fund)
                    .uuid(CommitmentPicture::investor)
                    .text(picture -> picture.state().name())
                    .text(picture -> picture.amount().currency().code())
                    .numeric(picture -> picture.amount().value())
                    .numeric(picture -> picture.called().value())
                    .numeric(picture -> picture.paid().value())
                    .numeric(picture -> picture.restored().value())
                    .date(picture -> picture.effective().day())
                    .text(picture -> picture.effective().precision().name())
                    .date(picture -> picture.closing().orElse(null))
                    .text(picture -> picture.source().orElse(null))
                    .text(picture -> String.join(",", picture.documents()))
                    .bool(CommitmentPicture::takeOn)
                    .text(picture -> picture.makers().stream()
                            .map(UUID::toString)
                            .sorted()
                            .collect(Collectors.joining(",")))
                    .bigint(CommitmentPicture::version)
                    .instant(CommitmentPicture::changedAt);
            upsert.executeUpdate();
        }
    }
}
