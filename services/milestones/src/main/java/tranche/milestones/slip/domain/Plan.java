package tranche.milestones.slip.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import tranche.values.calendar.WorkingDays;

/**
 * Steps that follow each other, and when each will be finished (rule D-33): once through in the order of the links for the
 * earliest dates, once back for the latest.
 *
 * @param <K> what names a step
 */
public final class Plan<K extends Comparable<K>> {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** Each step before those that follow it. */
    private final List<PlanStep<K>> inOrder;

    /** Each step's successors, with the lag of the link. */
    private final Map<K, List<Successor<K>>> successors;

    /** Finishes of predecessors that are not steps of this plan. */
    private final Map<K, LocalDate> elsewhere;

    private record Successor<K>(PlanStep<K> step, int lagDays) {}

    private Plan(List<PlanStep<K>> inOrder, Map<K, List<Successor<K>>> successors, Map<K, LocalDate> elsewhere) {
        this.inOrder = inOrder;
        this.successors = successors;
        this.elsewhere = Map.copyOf(elsewhere);
    }

    /**
     * @param steps in any order
     * @param elsewhere when predecessors that are not among the steps are finished; one that is in neither is no reason to
     *     wait
     * @throws IllegalArgumentException if two steps have one name
     */
    public static <K extends Comparable<K>> Sequence<K> of(Collection<PlanStep<K>> steps, Map<K, LocalDate> elsewhere) {
        Map<K, PlanStep<K>> byId = new TreeMap<>();
        for (PlanStep<K> step : steps) {
            if (byId.put(step.id(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.id());
            }
        }
        Map<K, List<Successor<K>>> successors = new HashMap<>();
        Map<K, Integer> open = new HashMap<>();
        byId.values().forEach(step -> {
            List<Link<K>> within = step.predecessors().stream()
                    .filter(link -> byId.containsKey(link.predecessor()))
                    .toList();
            within.forEach(link -> successors
                    .computeIfAbsent(link.predecessor(), _ -> new ArrayList<>())
                    .add(new Successor<>(step, link.lagDays())));
            open.put(step.id(), within.size());
        });
        List<PlanStep<K>> inOrder = new ArrayList<>(byId.size());
        Deque<PlanStep<K>> ready = new ArrayDeque<>();
        byId.values().stream()
                .filter(step -> open.getOrDefault(step.id(), 0) == 0)
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            PlanStep<K> step = ready.remove();
            inOrder.add(step);
            open.remove(step.id());
            for (Successor<K> next : successors.getOrDefault(step.id(), List.of())) {
                if (open.merge(next.step().id(), -1, Integer::sum) == 0) {
                    ready.add(next.step());
                }
            }
        }
        return open.isEmpty()
                ? new Sequence.Ordered<>(new Plan<>(inOrder, successors, elsewhere))
                : new Sequence.Circle<>(circle(byId, open.keySet()));
    }

    /** Whatever could not be put in order has a predecessor of which that holds too: following these, one comes round. */
    private static <K extends Comparable<K>> List<K> circle(Map<K, PlanStep<K>> byId, Set<K> unordered) {
        Set<K> path = new LinkedHashSet<>();
        K at = Collections.min(unordered);
        while (path.add(at)) {
            at = Objects.requireNonNull(byId.get(at)).predecessors().stream()
                    .map(Link::predecessor)
                    .filter(unordered::contains)
                    .min(Comparable::compareTo)
                    .orElseThrow();
        }
        List<K> circle = new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(at), path.size());
        Collections.reverse(circle);
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        return circle;
    }

    /**
     * @param projectStart before which nothing starts
     * @param dataDate the day of the forecast
     * @return a forecast for each step, each before those of the steps that follow it
     */
    public SequencedMap<K, Forecast<K>> forecast(LocalDate projectStart, LocalDate dataDate) {
        SequencedMap<K, Earliest<K>> earliest = new LinkedHashMap<>();
        inOrder.forEach(step -> earliest.put(step.id(), earliest(step, earliest, projectStart, dataDate)));
        Map<K, LocalDate> latest = latest(earliest);
        SequencedMap<K, Forecast<K>> forecasts = new LinkedHashMap<>();
        for (PlanStep<K> step : inOrder) {
            Earliest<K> early = Objects.requireNonNull(earliest.get(step.id()));
            forecasts.put(
                    step.id(),
                    new Forecast<>(
                            early.start(),
                            early.planned(),
                            early.finish(),
                            early.driver(),
                            Optional.ofNullable(latest.get(step.id()))
                                    .map(late -> new Forecast.Room(
                                            back(step.days(), late, step.openDays()),
                                            late,
                                            step.days().between(early.finish(), late)))));
        }
        return forecasts;
    }

    private record Earliest<K>(LocalDate start, LocalDate planned, LocalDate finish, Optional<Driver<K>> driver) {}

    private Earliest<K> earliest(
            PlanStep<K> step, Map<K, Earliest<K>> before, LocalDate projectStart, LocalDate dataDate) {
        if (step.progress() instanceof Progress.Achieved(LocalDate on)) {
            return new Earliest<>(on, on, on, Optional.empty());
        }
        LocalDate start = LocalDate.MIN;
        Optional<Driver<K>> driver = Optional.empty();
        for (Link<K> link : step.predecessors()) {
            Optional<LocalDate> finished = Optional.ofNullable(before.get(link.predecessor()))
                    .map(Earliest::finish)
                    .or(() -> Optional.ofNullable(elsewhere.get(link.predecessor())));
            if (finished.isEmpty()) {
                continue;
            }
            LocalDate free = within(step.days().add(finished.get(), link.lagDays()));
            if (free.isAfter(start) || free.equals(start) && comesFirst(link, driver)) {
                start = free;
                driver = Optional.of(new Driver.Predecessor<>(link.predecessor()));
            }
        }
        if (step.notBefore().isPresent() && step.notBefore().get().isAfter(start)) {
            start = step.notBefore().get();
            driver = Optional.of(new Driver.NotBefore<>());
        }
        if (projectStart.isAfter(start)) {
            start = projectStart;
            driver = Optional.of(new Driver.ProjectStart<>());
        }
        if (dataDate.isAfter(start)) {
            start = dataDate;
            driver = Optional.of(new Driver.DataDate<>());
        }
        LocalDate planned = within(step.days().add(start, step.openDays()));
        LocalDate finish = planned;
        if (step.stated().isPresent() && step.stated().get().isAfter(finish)) {
            finish = step.stated().get();
            driver = Optional.of(new Driver.Stated<>());
        }
        return new Earliest<>(start, planned, finish, driver);
    }

    private boolean comesFirst(Link<K> link, Optional<Driver<K>> driver) {
        return driver.isPresent()
                && driver.get() instanceof Driver.Predecessor<K>(K other)
                && link.predecessor().compareTo(other) < 0;
    }

    /** The latest finish of each step that is not achieved, so that the plan ends no later than it does by the forecast. */
    private Map<K, LocalDate> latest(Map<K, Earliest<K>> earliest) {
        LocalDate end = earliest.values().stream()
                .map(Earliest::finish)
                .max(Comparable::compareTo)
                .orElse(LocalDate.MIN);
        Map<K, LocalDate> latest = new HashMap<>();
        for (PlanStep<K> step : inOrder.reversed()) {
            if (step.isAchieved()) {
                continue;
            }
            LocalDate finish = end;
            for (Successor<K> next : successors.getOrDefault(step.id(), List.of())) {
                LocalDate late = latest.get(next.step().id());
                if (late != null) {
                    int days = next.step().openDays() + next.lagDays();
                    LocalDate needed = back(next.step().days(), late, days);
                    finish = needed.isBefore(finish) ? needed : finish;
                }
            }
            latest.put(step.id(), finish);
        }
        return latest;
    }

    /** No day back is the day itself, worked or not. */
    private static LocalDate back(WorkingDays days, LocalDate day, int number) {
        return number == 0 ? day : within(days.add(day, -number));
    }

    /** However many steps follow each other, a plan stays where dates can be written. */
    private static LocalDate within(LocalDate day) {
        if (day.isAfter(LAST)) {
            return LAST;
        }
        return day.isBefore(FIRST) ? FIRST : day;
    }
}
