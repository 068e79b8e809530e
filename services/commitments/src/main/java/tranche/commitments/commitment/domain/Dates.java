package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/** From which day a command on an existing object holds: not before the object's last event, not after today (§2). */
final class Dates {

    private Dates() {}

    static LocalDate today(FundBook book, Instant now) {
        return book.fund().orElseThrow().today(now);
    }

    static LocalDate effective(FundBook book, Version last, Optional<LocalDate> given, Instant now) {
        return last.dateOfNext(given, today(book, now));
    }

    static <E> Optional<Decision<E>> refusal(FundBook book, Version last, Optional<LocalDate> given, Instant now) {
        LocalDate effective = effective(book, last, given, now);
        if (last.isAfter(effective)) {
            return Optional.of(beforeLast(last));
        }
        LocalDate today = today(book, now);
        return given.filter(today::isBefore).isPresent()
                ? Optional.of(refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())))
                : Optional.empty();
    }

    static <E> Decision<E> beforeLast(Version last) {
        return refused(
                EFFECTIVE_DATE_BEFORE_LAST, Map.of("last", last.effectiveDate().toString()));
    }
}
