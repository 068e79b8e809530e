package tranche.commitments.investor.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The result of the checks on an investor (know your customer).
 *
 * @param validUntil last day on which the result holds; empty where it has no end
 */
public record Kyc(Status status, Optional<LocalDate> validUntil) {

    /** What the checks found. */
    public enum Status {
        CLEARED,
        REFUSED,
        LAPSED
    }

    /** Whether the investor is cleared on a day. */
    public boolean isClearedOn(LocalDate day) {
        return status == Status.CLEARED
                && !validUntil.filter(last -> last.isBefore(day)).isPresent();
    }
}
