package tranche.flow.inbox;

import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Trace;

/**
 * An event that arrived, read and seen for the first time.
 *
 * @param topic where it came from
 * @param key its ordering key
 * @param type full name of the record, for instance {@code tranche.commitments.CommitmentClosed}
 * @param event the record in its class
 */
public record Incoming(
        String topic, UUID key, Head head, String type, SpecificRecord event, Optional<String> traceparent) {

    /** For a command that this event causes. */
    public Trace asCause() {
        return new Trace(Optional.of(head.getEventId()), head.getCorrelationId(), traceparent);
    }
}
