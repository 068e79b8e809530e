package tranche.auditor.drawdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;

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
