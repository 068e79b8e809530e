package tranche.flow.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds lists to the array parameters of a statement, from left to right: a whole batch goes to the database in one
 * statement ({@code unnest(?::uuid[], ?::text[])}).
 *
 * @param <T> a row
 */
public final class Bind<T> {

    private final PreparedStatement statement;
    private final Collection<? extends T> rows;
    private int next;

    private Bind(PreparedStatement statement, int first, Collection<? extends T> rows) {
        this.statement = statement;
        this.next = first;
        this.rows = rows;
    }

    /** Binds the rows to the statement's parameters from the first on. */
    public static <T> Bind<T> rows(PreparedStatement statement, Collection<? extends T> rows) {
        return new Bind<>(statement, 1, rows);
    }

    /** Binds the rows to the statement's parameters from the given one on, counted from 1. */
    public static <T> Bind<T> rowsFrom(PreparedStatement statement, int first, Collection<? extends T> rows) {
        return new Bind<>(statement, first, rows);
    }

    /** A column of the named PostgreSQL type; the elements' text is what PostgreSQL reads. */
    public Bind<T> column(String type, Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        Object[] values = new Object[rows.size()];
        int at = 0;
        for (T row : rows) {
            Object element = value.apply(row);
            values[at++] = element;
        }
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    public Bind<T> uuid(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("uuid", value);
    }

    public Bind<T> text(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("text", value);
    }

    public Bind<T> bigint(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("bigint", value);
    }

    public Bind<T> integer(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("integer", value);
    }

    public Bind<T> bool(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("boolean", value);
    }

    /** Amounts: {@code BigDecimal}. */
    public Bind<T> numeric(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("numeric", value);
    }

    /** Days: {@code LocalDate}. */
    public Bind<T> date(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("date", value);
    }

    /** Instants, in microseconds. */
    public Bind<T> instant(Function<? super T, ? extends @Nullable Object> value) throws SQLException {
        return column("timestamptz", value);
    }

    public Bind<T> bytes(Function<? super T, byte @Nullable []> value) throws SQLException {
        byte[] @Nullable [] values = new byte[rows.size()] @Nullable [];
        int at = 0;
        for (T row : rows) {
            values[at++] = value.apply(row);
        }
        statement.setArray(next++, statement.getConnection().createArrayOf("bytea", values));
        return this;
    }
}
