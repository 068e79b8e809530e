package tranche.flow.writer;

import java.util.Optional;
import java.util.UUID;
import tranche.world.ids.Ids;

/**
 * How a command fits into what caused it.
 *
 * @param causation the event that caused the command; empty where a person or a program outside did
 * @param correlation shared by all that follows from one first command
 * @param traceparent of W3C Trace Context: the caller's, or one that begins here
 */
public record Trace(Optional<UUID> causation, UUID correlation, String traceparent) {

    /** @param traceparent of the caller; where it sent none a trace begins, under the correlation's own number */
    public Trace(Optional<UUID> causation, UUID correlation, Optional<String> traceparent) {
        this(causation, correlation, traceparent.orElseGet(() -> begun(correlation)));
    }

    /** Of what nothing recorded has caused. */
    public static Trace beginning(Ids ids) {
        return new Trace(Optional.empty(), ids.next(), Optional.empty());
    }

    private static String begun(UUID correlation) {
        String id = correlation.toString().replace("-", "");
        return "00-" + id + "-" + id.substring(id.length() / 2) + "-01";
    }
}
