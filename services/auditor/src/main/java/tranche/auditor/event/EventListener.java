package tranche.auditor.event;

import java.sql.SQLException;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;

/** Is told the events of a service, key by key, in order within each. */
public interface EventListener {

    /** Listens to nothing. */
    EventListener NOBODY = new EventListener() {
        @Override
        public void event(EventRow row, IndexedRecord event) {}

        @Override
        public void end(UUID key) {}
    };

    /** Has two listeners hear of everything, the first one first. */
    static EventListener both(EventListener first, EventListener second) {
        return new EventListener() {
            @Override
            public void event(EventRow row, IndexedRecord event) throws SQLException {
                first.event(row, event);
                second.event(row, event);
            }

            @Override
            public void end(UUID key) throws SQLException {
                first.end(key);
                second.end(key);
            }
        };
    }

    void event(EventRow row, IndexedRecord event) throws SQLException;

    /** The key has no more events. */
    void end(UUID key) throws SQLException;
}
