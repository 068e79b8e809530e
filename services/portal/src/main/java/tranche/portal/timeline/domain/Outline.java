package tranche.portal.timeline.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A milestone as a point of its plan.
 *
 * @param from when work on it begins, or began: where that is not known, by its duration as if a week had five working days
 * @param day on which it was reached or is expected
 * @param predecessors what comes before it, also in other projects
 */
public record Outline(
        UUID id,
        String name,
        MilestoneKind kind,
        MilestoneState state,
        Breach breach,
        int slip,
        LocalDate from,
        LocalDate day,
        List<UUID> predecessors) {

    public Outline {
        predecessors = List.copyOf(predecessors);
    }

    /** Its class in the sheet, by what it is and how it does. */
    public String look() {
        return switch (state) {
            case ACHIEVED -> "verified";
            case CLAIMED, EVIDENCE_SUBMITTED, VERIFIED -> "claimed";
            case WAIVED, REMOVED, SUPERSEDED -> "gone";
            case PLANNED, IN_PROGRESS, REJECTED ->
                breach == Breach.CRITICAL ? "critical" : slip > 0 ? "slipped" : "planned";
        };
    }
}
