package tranche.notifications.notice.events;

import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CapitalCallIssued;
import tranche.notifications.notice.domain.IssuedCall;

/** Calls that were issued, out of Avro records. */
public final class IssuedCallAvro {

    private IssuedCallAvro() {}

    /** The call that an event tells to be issued; empty where it tells of none. */
    public static Optional<IssuedCall> issued(Head head, SpecificRecord event) {
        return event instanceof CapitalCallIssued issued
                ? Optional.of(new IssuedCall(
                        head.getAggregateId(),
                        head.getEventId(),
                        head.getRecordedAt(),
                        issued.getProgrammeId(),
                        issued.getFundId(),
                        issued.getLines()))
                : Optional.empty();
    }

    /** Of which call an event tells that it, or a line of it, was issued. */
    public static Optional<UUID> call(Head head, SpecificRecord event) {
        return switch (event) {
            case CapitalCallIssued _ -> Optional.of(head.getAggregateId());
            case CallLineIssued line -> Optional.of(line.getCallId());
            default -> Optional.empty();
        };
    }
}
