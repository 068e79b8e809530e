package tranche.flow.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A record that a consumer could not handle, as an operator sees it.
 *
 * @param key whose records wait; empty where even the key could not be read, so that nothing waits
 * @param reason {@code unreadable}, {@code failed}, {@code gap} (an earlier event is missing) or {@code behind} (it waits
 *     for another of its key)
 * @param detail what was found wrong with it; empty where it only waits
 * @param attempts how often the consumer was handed it
 * @param waiting further records of the key that wait with it
 * @param replayedAt when it was handled after all
 */
public record DeadLetter(
        UUID id,
        String consumer,
        String topic,
        Optional<UUID> key,
        Optional<UUID> eventId,
        Optional<String> type,
        String reason,
        String detail,
        int attempts,
        Instant parkedSince,
        long waiting,
        Optional<Instant> replayedAt) {

    /** From 1: another one with each attempt, in vain or not. What queues up behind the letter leaves it as it is. */
    public long version() {
        return attempts + (replayedAt.isPresent() ? 1 : 0);
    }
}
