package tranche.flow.writer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tranche.values.actor.Actor;

/**
 * An event with all that was given to it when it was recorded.
 *
 * @param key the ordering key: topic key, chain and lock
 * @param sequence of the event within its key, from 1, without gaps
 * @param after the state right after the event
 * @param <S> the feature's state
 * @param <E> the feature's events
 */
public record Recorded<S, E>(
        UUID key,
        UUID eventId,
        long sequence,
        UUID aggregateId,
        long version,
        LocalDate effectiveDate,
        Instant recordedAt,
        Actor by,
        E event,
        S after) {}
