package tranche.flow.writer;

import java.time.LocalDate;
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
 */
public record Outgoing(
        String aggregateType,
        UUID aggregateId,
        long version,
        LocalDate effectiveDate,
        Function<Head, SpecificRecord> record) {}
