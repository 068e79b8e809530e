package tranche.notifications.subject.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What belongs to a programme.
 *
 * @param investor who has a commitment to the fund; empty where the fund alone is told of
 * @param since when it was recorded
 */
public record Holding(UUID programme, UUID fund, Optional<UUID> investor, Instant since) {

    /** Whose grants reach further by it. */
    public UUID holder() {
        return investor.orElse(fund);
    }
}
