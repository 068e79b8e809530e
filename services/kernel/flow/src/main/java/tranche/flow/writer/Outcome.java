package tranche.flow.writer;

import java.util.Map;
import tranche.values.decision.Refusal;

/** What became of a submission, told after the commit. */
public sealed interface Outcome {

    /**
     * Done and durable.
     *
     * @param position where its last event stands; what a caller sends back to read its own write
     * @param replayed whether this is the stored answer of an earlier request with the same key
     */
    record Done(Answer answer, Position position, boolean replayed) implements Outcome {}

    /** Refused by the rules; nothing was written. */
    record Refused(Refusal refusal, Map<String, Object> facts) implements Outcome {}

    /** The idempotency key was used with another body; nothing was written. */
    record KeyReused() implements Outcome {}

    /** A request with the same idempotency key is under way; nothing was written by this one. */
    record InProgress() implements Outcome {}
}
