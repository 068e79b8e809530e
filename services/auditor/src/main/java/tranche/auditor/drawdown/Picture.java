package tranche.auditor.drawdown;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.Head;

/** A row as its events have left it so far, by its columns. */
final class Picture {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    Map<String, @Nullable Object> columns() {
        return columns;
    }

    Picture put(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    Picture put(String column, Optional<?> value) {
        return put(column, value.orElse(null));
    }

    /** Adds to an amount; a column without one begins at zero. */
    Picture add(String column, BigDecimal amount) {
        return put(column, columns.get(column) instanceof BigDecimal before ? before.add(amount) : amount);
    }

    /** The columns that have nothing. */
    Picture nothing(String... absent) {
        for (String column : absent) {
            columns.put(column, null);
        }
        return this;
    }

    /** The state after an event, and whose version that is. */
    Picture moved(Head head, String state) {
        put("state", state);
        return versioned(head);
    }

    Picture versioned(Head head) {
        put("version", head.getVersion());
        put("effective_date", head.getEffectiveDate());
        return put("recorded_at", head.getRecordedAt());
    }
}
