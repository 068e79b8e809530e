package tranche.values.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which version of an object this is, in both times of domain §7.3.
 *
 * <p>Effective dates never go back from one version to the next, so the state as of (valid, recorded) is the last version
 * with {@code effectiveDate} ≤ valid and {@code recordedAt} ≤ recorded.
 *
 * @param number from 1, without gaps
 * @param effectiveDate from which day the version holds (valid time)
 * @param recordedAt when it was written down (recorded time), in microseconds
 */
public record Version(long number, LocalDate effectiveDate, Instant recordedAt) {

    public static Version first(LocalDate effectiveDate, Instant recordedAt) {
        return new Version(1, effectiveDate, recordedAt);
    }

    public Version next(LocalDate nextEffectiveDate, Instant nextRecordedAt) {
        return new Version(number + 1, nextEffectiveDate, nextRecordedAt);
    }

    /** Whether the caller expected another version. */
    public boolean conflictsWith(OptionalLong ifMatch) {
        return ifMatch.isPresent() && ifMatch.getAsLong() != number;
    }

    /** The date of the next event: the one given, else today, but never before this version's own. */
    public LocalDate dateOfNext(Optional<LocalDate> given, LocalDate today) {
        return given.orElse(today.isBefore(effectiveDate) ? effectiveDate : today);
    }

    /** Whether an event of that date would come before this version. */
    public boolean isAfter(LocalDate date) {
        return effectiveDate.isAfter(date);
    }
}
