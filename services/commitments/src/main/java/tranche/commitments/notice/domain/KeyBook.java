package tranche.commitments.notice.domain;

import static tranche.values.decision.Decision.accepted;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.decision.Decision;

/**
 * Whether a key of notices has been told of: once is enough, whoever asks for it.
 *
 * @param told empty until it was
 */
public record KeyBook(Optional<PublishedKey> told) {

    public static final KeyBook EMPTY = new KeyBook(Optional.empty());

    /** Tells of a key. */
    public record Publish(PublishedKey key) {}

    /** @param effectiveDate the day on which it was told, in UTC */
    public record Published(PublishedKey key, LocalDate effectiveDate) {}

    public Decision<Published> decide(Publish publish, LocalDate today) {
        return told.isPresent() ? accepted() : accepted(new Published(publish.key(), today));
    }

    public KeyBook apply(Published published) {
        return new KeyBook(Optional.of(published.key()));
    }
}
