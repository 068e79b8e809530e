package tranche.notifications.delivery.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What an attempt came to. Reasons are codes, for instance {@code timeout}: an answer's own words are not kept. */
public sealed interface Outcome {

    /** The other side's status, where it has answered with one. */
    OptionalInt status();

    /** The other side has taken it. */
    record Taken(OptionalInt status) implements Outcome {}

    /**
     * It was not taken, and may be later.
     *
     * @param notBefore how long the other side asks to be left alone; empty where it does not say
     */
    record Soft(String reason, OptionalInt status, Optional<Duration> notBefore) implements Outcome {

        public Soft(String reason) {
            this(reason, OptionalInt.empty(), Optional.empty());
        }
    }

    /** It will never be taken. */
    record Hard(String reason, OptionalInt status) implements Outcome {}

    /** The word that is kept of it. */
    default String word() {
        return switch (this) {
            case Taken _ -> "TAKEN";
            case Soft _ -> "SOFT";
            case Hard _ -> "HARD";
        };
    }

    /** Why it was not taken; empty where it was. */
    default Optional<String> why() {
        return switch (this) {
            case Taken _ -> Optional.empty();
            case Soft soft -> Optional.of(soft.reason());
            case Hard hard -> Optional.of(hard.reason());
        };
    }
}
