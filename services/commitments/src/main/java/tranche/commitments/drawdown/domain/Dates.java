package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.values.decision.Decision.refused;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.values.decision.Decision;

/** From which day a command holds: not before the last event of what it touches, not after today (§2). */
final class Dates {

    private Dates() {}

    static <E> Optional<Decision<E>> refusal(LocalDate given, LocalDate last, LocalDate today) {
        if (given.isBefore(last)) {
            return Optional.of(refused(EFFECTIVE_DATE_BEFORE_LAST, Map.of("last", last.toString())));
        }
        return given.isAfter(today)
                ? Optional.of(refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())))
                : Optional.empty();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
