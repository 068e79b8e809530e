package tranche.launcher.schemas;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The event types of one moment.
 *
 * @param name the release, or {@code events} for the ones in force
 * @param records by full record name, ascending; each schema holds all that it refers to
 */
record SchemaSet(String name, SortedMap<String, Schema> records) {

    SchemaSet {
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }

    static SchemaSet of(String name, Map<String, Schema> records) {
        return new SchemaSet(name, new TreeMap<>(records));
    }
}
