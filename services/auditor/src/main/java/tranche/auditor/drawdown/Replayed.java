package tranche.auditor.drawdown;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.auditor.database.Row;

/** The rows of one table, as the events of a key leave them. */
abstract class Replayed {

    private final Map<String, Picture> pictures = new LinkedHashMap<>();

    /** Whether an event is one of these rows' life. */
    abstract boolean concerns(IndexedRecord event);

    /**
     * Applies an event that concerns them.
     *
     * @return false if it cannot come next, or nobody knows what it does
     */
    abstract boolean apply(IndexedRecord event);

    abstract String table();

    /** The rows of a fund, its only parameter: the columns that pictures have, and {@code id} as text. */
    abstract String rows();

    /** What a row has and what follows from it: with this its picture is compared. */
    Map<String, @Nullable Object> found(Row row) throws SQLException {
        return row.values();
    }

    Map<String, Picture> pictures() {
        return pictures;
    }

    Picture begun(Object id) {
        Picture picture = new Picture();
        pictures.put(id.toString(), picture);
        return picture;
    }

    Optional<Picture> known(Object id) {
        return Optional.ofNullable(pictures.get(id.toString()));
    }
}
