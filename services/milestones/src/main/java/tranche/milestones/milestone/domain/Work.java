package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tranche.milestones.slip.domain.Link;

/**
 * How a milestone hangs on the plan (rule D-33).
 *
 * @param durationDays working days from its start to its finish, 0 to {@link #LONGEST_DAYS}
 * @param predecessors what it follows; at most {@link #MOST_PREDECESSORS}
 * @param notBefore the day before which it does not start
 */
public record Work(int durationDays, List<Link<MilestoneId>> predecessors, Optional<LocalDate> notBefore) {

    /** Some forty years of work; a lag has the same bound, to either side. */
    public static final int LONGEST_DAYS = 10_000;

    /** It keeps one command's row small. */
    public static final int MOST_PREDECESSORS = 100;

    /** A point in time that follows nothing. */
    public static final Work NONE = new Work(0, List.of(), Optional.empty());

    public Work {
        predecessors = List.copyOf(predecessors);
        if (durationDays < 0 || durationDays > LONGEST_DAYS) {
            throw new IllegalArgumentException("a duration of " + durationDays + " working days");
        }
        if (predecessors.size() > MOST_PREDECESSORS) {
            throw new IllegalArgumentException(predecessors.size() + " predecessors");
        }
        if (predecessors.stream().anyMatch(link -> Math.abs(link.lagDays()) > LONGEST_DAYS)) {
            throw new IllegalArgumentException("a lag of more than " + LONGEST_DAYS + " working days");
        }
    }

    /** The same with its predecessors ascending by id, as it is kept: their order says nothing. */
    public Work inOrder() {
        return new Work(
                durationDays,
                predecessors.stream()
                        .sorted(Comparator.comparing(Link::predecessor))
                        .toList(),
                notBefore);
    }

    /** The milestones that it follows. */
    public List<MilestoneId> follows() {
        return predecessors.stream().map(Link::predecessor).toList();
    }

    /** What is to change; what is empty stays. */
    public record Changes(
            Optional<Integer> durationDays,
            Optional<List<Link<MilestoneId>>> predecessors,
            Optional<NotBefore> notBefore) {

        /** The day before which it shall not start; empty, there shall be none. */
        public record NotBefore(Optional<LocalDate> day) {}

        public Work appliedTo(Work before) {
            return new Work(
                            durationDays.orElse(before.durationDays()),
                            predecessors.orElse(before.predecessors()),
                            notBefore.isPresent() ? notBefore.get().day() : before.notBefore())
                    .inOrder();
        }
    }
}
