package tranche.commitments.journal.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of a question to the journal (domain §7.3): what was true at the end of a day, as far as it
 * was known at an instant.
 *
 * @param valid inclusive
 * @param recorded inclusive
 */
public record AsOf(LocalDate valid, Instant recorded) {

    /** Whether something of these two times belongs to the answer. */
    public boolean covers(LocalDate validDate, Instant recordedAt) {
        return !validDate.isAfter(valid) && !recordedAt.isAfter(recorded);
    }
}
