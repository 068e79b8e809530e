package tranche.flow.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was recorded.
 *
 * @param place where it stands in the service's log
 * @param type full name of its record
 * @param key what orders it, and whose chain it belongs to
 * @param sequence within the key, from 1, without gaps
 * @param schema SHA-256 fingerprint of the writer's schema, in hexadecimal
 * @param data the record's fields by name, its head included (see {@link tranche.flow.wire.AvroValues})
 * @param prevHash of the event before in the key's chain, in hexadecimal
 * @param hash of this one, in hexadecimal
 */
public record AuditedEvent(
        Place place,
        UUID eventId,
        String type,
        UUID key,
        long sequence,
        UUID aggregateId,
        long version,
        LocalDate effectiveDate,
        Instant recordedAt,
        UUID actorId,
        String schema,
        Map<String, @Nullable Object> data,
        String prevHash,
        String hash) {

    /**
     * A place in the log: the order in which the relay sends, in which nothing appears before what was once read.
     *
     * @param transaction id of the writing transaction within the epoch
     */
    public record Place(int epoch, long transaction, long seq) {

        /** Before all events. */
        public static final Place START = new Place(0, 0, 0);
    }
}
