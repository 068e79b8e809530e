package tranche.milestones.plan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tranche.milestones.milestone.domain.Driving;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneEvent.Why;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Driver;
import tranche.milestones.slip.domain.Forecast;

/** Why a run moves a milestone: what drives it, and what happened to it or to what it follows (rules D-33 and D-35). */
final class Reasons {

    private final Map<MilestoneId, Milestone> milestones;
    private final Map<MilestoneId, Forecast<MilestoneId>> forecasts;
    private final List<Cause> causes;
    private final Map<MilestoneId, BitSet> reached = new HashMap<>();
    private final BitSet ofAll = new BitSet();

    /**
     * @param forecasts each before those of the milestones that follow
     * @param causes what the run is about, in order; those of other milestones than these reach none
     */
    Reasons(
            Map<MilestoneId, Milestone> milestones,
            SequencedMap<MilestoneId, Forecast<MilestoneId>> forecasts,
            List<Cause> causes) {
        this.milestones = milestones;
        this.forecasts = forecasts;
        this.causes = causes;
        Map<Object, BitSet> at = new HashMap<>();
        IntStream.range(0, causes.size())
                .forEach(i -> at.computeIfAbsent(concerned(causes.get(i)), _ -> new BitSet())
                        .set(i));
        forecasts.sequencedKeySet().forEach(id -> reached.put(id, reached(milestone(id), at)));
        Set<ProjectId> projects =
                milestones.values().stream().map(Milestone::project).collect(Collectors.toSet());
        IntStream.range(0, causes.size())
                .filter(i -> projects.contains(causes.get(i).project()))
                .forEach(ofAll::set);
    }

    private static Object concerned(Cause cause) {
        return cause.milestone().<Object>map(id -> id).orElse(cause.project());
    }

    /** What happened to the milestone, to its project, and to all that it follows, directly or not. */
    private BitSet reached(Milestone milestone, Map<Object, BitSet> at) {
        BitSet all = new BitSet(causes.size());
        Optional.ofNullable(at.get(milestone.id())).ifPresent(all::or);
        Optional.ofNullable(at.get(milestone.project())).ifPresent(all::or);
        milestone.work().follows().forEach(id -> before(id, at).ifPresent(all::or));
        return all;
    }

    /** Of what has left the plan only that: it moves what followed it. */
    private Optional<BitSet> before(MilestoneId id, Map<Object, BitSet> at) {
        return Optional.ofNullable(reached.get(id)).or(() -> Optional.ofNullable(at.get(id)));
    }

    /**
     * Ids of the events, in order. Where a day that has passed alone moves it, those for which the run went through what hangs
     * together with it.
     */
    List<UUID> causes(MilestoneId id) {
        BitSet own = Objects.requireNonNull(reached.get(id));
        return (own.isEmpty() ? ofAll : own)
                .stream().mapToObj(i -> causes.get(i).event()).toList();
    }

    /** What drives it, the nearest first. */
    List<Driving> chain(MilestoneId id) {
        List<Driving> chain = new ArrayList<>();
        Optional<MilestoneId> next = predecessor(forecast(id));
        while (next.isPresent() && chain.size() < Why.MOST_DRIVERS) {
            Forecast<MilestoneId> forecast = forecast(next.get());
            LocalDate baseline = milestone(next.get()).baseline().current();
            chain.add(new Driving(next.get(), Math.toIntExact(ChronoUnit.DAYS.between(baseline, forecast.finish()))));
            next = predecessor(forecast);
        }
        return chain;
    }

    /** The predecessor that drives it, where one does. */
    static Optional<MilestoneId> predecessor(Forecast<MilestoneId> forecast) {
        return forecast.driver()
                .flatMap(driver -> driver instanceof Driver.Predecessor<MilestoneId>(MilestoneId id)
                        ? Optional.of(id)
                        : Optional.empty());
    }

    private Milestone milestone(MilestoneId id) {
        return Objects.requireNonNull(milestones.get(id));
    }

    private Forecast<MilestoneId> forecast(MilestoneId id) {
        return Objects.requireNonNull(forecasts.get(id));
    }
}
