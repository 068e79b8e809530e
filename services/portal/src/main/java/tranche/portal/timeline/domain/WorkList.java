package tranche.portal.timeline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Actor;

/** What waits for whoever works on a site, cut to the projects where it does. */
public interface WorkList {

    /**
     * Milestones that a site reporter has yet to reach or to show, what was rejected first, then what is due first; at most
     * {@code limit}.
     */
    List<Task> reported(Actor reader, int limit);

    /** Claims that a verifier has yet to decide on and had no hand in, the oldest first; at most {@code limit}. */
    List<Task> verified(Actor reader, int limit);

    /**
     * A milestone on which somebody works.
     *
     * @param day on which it is expected; of what is claimed, the day that is claimed
     * @param slip later than its baseline in days; below zero, earlier
     * @param missing kinds of evidence that it asks for and that are not there
     * @param changed when it last moved: of a claim, since when it waits
     * @param zone in which the project's days begin
     */
    record Task(
            UUID milestone,
            String name,
            UUID project,
            String projectName,
            MilestoneState state,
            LocalDate day,
            int slip,
            List<EvidenceKind> missing,
            Optional<String> reason,
            Instant changed,
            String zone) {

        public Task {
            missing = List.copyOf(missing);
        }

        /** What is to be done about it next. */
        public Need need(LocalDate today) {
            if (state.isClaimed()) {
                return missing.isEmpty() ? Need.WAITS : Need.EVIDENCE;
            }
            if (state == MilestoneState.REJECTED) {
                return Need.REJECTED;
            }
            return !day.isAfter(today) ? Need.OVERDUE : slip > 0 ? Need.LATE : Need.AHEAD;
        }
    }

    /** Why a milestone stands in somebody's list, what presses most first. */
    enum Need {
        /** A verifier did not find it so. */
        REJECTED,
        /** It is claimed, and evidence is missing. */
        EVIDENCE,
        /** Its day has come. */
        OVERDUE,
        /** It is expected after its baseline. */
        LATE,
        AHEAD,
        /** It is claimed and shown; a verifier has it. */
        WAITS;

        /** The name in keys of texts. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
