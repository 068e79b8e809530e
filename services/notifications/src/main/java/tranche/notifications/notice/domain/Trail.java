package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * From evidence to an alert: what happened to its subject since the last of it began, and on sites in the wake of the same
 * commands.
 */
public final class Trail {

    private Trail() {}

    /**
     * One step, or several of a kind that one command has made.
     *
     * @param event the first of them
     * @param about whose events they are, none twice
     * @param at when the first was recorded
     */
    public record Step(TrailStep step, UUID event, List<UUID> about, Instant at) {

        public Step {
            about = List.copyOf(about);
        }
    }

    private record Group(TrailStep step, UUID correlation) {}

    /**
     * The steps, the first first.
     *
     * @param subject what the alert is about
     * @param correlation of the alert's cause
     * @param passed what came by until then, in the order in which it was recorded: the subject's own, what shares a correlation
     *     with that or with the cause, and all of the milestones that were reached by it
     */
    public static List<Step> of(UUID subject, UUID correlation, List<Passed> passed) {
        Set<UUID> reached = passed.stream()
                .filter(one -> one.step() == TrailStep.MILESTONE_ACHIEVED)
                .map(Passed::about)
                .collect(Collectors.toUnmodifiableSet());
        List<Passed> steps =
                passed.stream().filter(one -> !isReached(one, passed)).toList();
        List<Passed> own = sinceItBegan(of(subject, steps));
        Set<UUID> commands = new LinkedHashSet<>(Set.of(correlation));
        own.forEach(one -> commands.add(one.correlation()));
        Set<Passed> counted = new HashSet<>(own);
        steps.stream()
                .filter(one -> !one.about().equals(subject) && one.step().isOnSite())
                .filter(one -> commands.contains(one.correlation()))
                .filter(one -> !one.step().isSideEffect() || reached.isEmpty())
                .forEach(counted::add);
        reached.stream()
                .filter(about -> of(about, steps).stream().anyMatch(counted::contains))
                .forEach(about -> counted.addAll(sinceItBegan(of(about, steps))));
        Map<Group, List<Passed>> groups = new LinkedHashMap<>();
        steps.stream()
                .filter(counted::contains)
                .forEach(one -> groups.computeIfAbsent(new Group(one.step(), one.correlation()), _ -> new ArrayList<>())
                        .add(one));
        return groups.values().stream().map(Trail::step).toList();
    }

    private static List<Passed> of(UUID about, List<Passed> steps) {
        return steps.stream().filter(one -> one.about().equals(about)).toList();
    }

    /** Whether a date is expected otherwise only because the milestone was reached: that is the step. */
    private static boolean isReached(Passed one, List<Passed> passed) {
        return one.step() == TrailStep.FORECAST_DATE_CHANGED
                && passed.stream()
                        .anyMatch(other -> other.step() == TrailStep.MILESTONE_ACHIEVED
                                && other.about().equals(one.about())
                                && other.correlation().equals(one.correlation()));
    }

    /** With what a command has done first something may begin; what it has done besides follows from that. */
    private static List<Passed> sinceItBegan(List<Passed> own) {
        for (int place = own.size() - 1; place >= 0; place--) {
            Passed one = own.get(place);
            boolean isFirst = own.subList(0, place).stream()
                    .noneMatch(before -> before.correlation().equals(one.correlation()));
            if (one.step().begins() && isFirst) {
                return own.subList(place, own.size());
            }
        }
        return own;
    }

    private static Step step(List<Passed> group) {
        Passed first = group.getFirst();
        return new Step(
                first.step(),
                first.event(),
                group.stream().map(Passed::about).distinct().toList(),
                first.recordedAt());
    }
}
