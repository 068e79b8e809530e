package tranche.flow.writer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;

/**
 * An event on its way out.
 *
 * @param aggregateType the object's kind in kebab case, for instance {@code commitment}
 * @param aggregateId the object whose event it is
 * @param version the object's version after the event, from 1, without gaps
 * @param effectiveDate from which day the event holds
 * @param record makes the Avro record from its head
 * @param eventId where it follows from what the event tells, so that this can be told but once (rule N-1); else it is drawn
 */
public record Outgoing(
        String aggregateType,
        UUID aggregateId,
        long version,
        LocalDate effectiveDate,
        Function<Head, SpecificRecord> record,
        Optional<UUID> eventId) {

    /** An event whose id is drawn. */
    public Outgoing(
            String aggregateType,
            UUID aggregateId,
            long version,
            LocalDate effectiveDate,
            Function<Head, SpecificRecord> record) {
        this(aggregateType, aggregateId, version, effectiveDate, record, Optional.empty());
    }
}
