package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An event after which there is nothing left to see to about a thing. What was told of the thing before is superseded; an event
 * is told before those that follow it, so whatever is there already was before.
 *
 * @param cause id of the event
 * @param subject id of the thing
 * @param investor whose part of it is settled; empty where it is the whole
 * @param parts what of the thing it speaks of; none where it speaks of the whole
 */
public record Settling(
        Turn turn, UUID cause, Instant recordedAt, UUID subject, Optional<UUID> investor, Set<UUID> parts) {

    public Settling {
        parts = Set.copyOf(parts);
    }

    /** Whether alerts of a notice that was told before are superseded by it. */
    public boolean settles(Notice earlier) {
        return turn.superseded().contains(earlier.type())
                && subject.equals(earlier.subject().id())
                && investor.equals(earlier.audience().object().investor())
                && !cause.equals(earlier.cause())
                && parts.containsAll(earlier.parts());
    }
}
