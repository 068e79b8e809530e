package tranche.flow.register;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Maker;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.AsOf;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/** Reads the columns that several tables have. */
public final class Rows {

    private Rows() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    public static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static Money money(ResultSet row, String column, Currency currency) throws SQLException {
        return new Money(currency, row.getBigDecimal(column));
    }

    public static Optional<Money> optionalMoney(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return Optional.ofNullable(value).map(amount -> new Money(currency, amount));
    }

    public static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("version"),
                row.getObject("effective_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * Binds a value twice, for {@code (? is null or column = ?)}; null where there is none.
     *
     * @return the place of the next parameter
     */
    public static int twice(PreparedStatement select, int first, Optional<?> value) throws SQLException {
        select.setObject(first, value.orElse(null));
        select.setObject(first + 1, value.orElse(null));
        return first + 2;
    }

    /** An instant as a parameter. */
    public static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Maker maker(ResultSet row) throws SQLException {
        return new Maker(id(row, "maker_account"), id(row, "maker_person"));
    }

    public static Optional<ForeignIdentity> foreign(ResultSet row) throws SQLException {
        String system = row.getString("source_system");
        return system == null
                ? Optional.empty()
                : Optional.of(new ForeignIdentity(system, row.getString("external_ref")));
    }

    /** Binds the two times of a table's {@code asOf}; gives the next parameter's number. */
    public static int bind(PreparedStatement statement, int first, AsOf asOf) throws SQLException {
        statement.setObject(first, asOf.validOn().orElse(null));
        statement.setObject(first + 1, asOf.knownAt().map(Rows::at).orElse(null));
        return first + 2;
    }
}
