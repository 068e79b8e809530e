package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/** From which day a command on an existing milestone holds: not before its last event, not after today (§2). */
final class Dates {

    private Dates() {}

    static LocalDate today(Site site, Instant now) {
        return site.project().orElseThrow().today(now);
    }

    static LocalDate effective(Site site, Version last, Optional<LocalDate> given, Instant now) {
        return last.dateOfNext(given, today(site, now));
    }

    static <E> Optional<Decision<E>> refusal(Site site, Version last, Optional<LocalDate> given, Instant now) {
        if (last.isAfter(effective(site, last, given, now))) {
            return Optional.of(refused(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", last.effectiveDate().toString())));
        }
        LocalDate today = today(site, now);
        return given.filter(today::isBefore).map(_ -> refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
    }
}
