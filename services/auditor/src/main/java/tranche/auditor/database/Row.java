package tranche.auditor.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a stream stands at; good until the next. */
public final class Row {

    private final ResultSet set;

    Row(ResultSet set) {
        this.set = set;
    }

    public UUID id(String column) throws SQLException {
        return set.getObject(column, UUID.class);
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return set.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return set.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return set.getString(column);
    }

    public long number(String column) throws SQLException {
        return set.getLong(column);
    }

    public boolean truth(String column) throws SQLException {
        return set.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return set.getBytes(column);
    }

    public BigDecimal amount(String column) throws SQLException {
        return set.getBigDecimal(column);
    }

    public LocalDate date(String column) throws SQLException {
        return set.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return set.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Whether the column has no value, as all columns of an outer join's missing side. */
    public boolean isAbsent(String column) throws SQLException {
        return set.getObject(column) == null;
    }

    /** All columns by name, each in the class that it is compared in. */
    public Map<String, @Nullable Object> values() throws SQLException {
        ResultSetMetaData columns = set.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(i, columns.getColumnTypeName(i)));
        }
        return values;
    }

    private @Nullable Object value(int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> {
                OffsetDateTime time = set.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case "date" -> set.getObject(column, LocalDate.class);
            case "_text", "_uuid" -> {
                Array array = set.getArray(column);
                yield array == null ? null : List.of((Object[]) array.getArray());
            }
            case "json", "jsonb" -> set.getString(column);
            default -> set.getObject(column);
        };
    }
}
