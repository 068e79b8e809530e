package tranche.portal.timeline.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.raise.domain.Unlocking.Call;
import tranche.portal.raise.domain.Unlocking.Unlocked;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.portal.timeline.page.ProjectModel.Fact;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What the slip of a project does ({@code timeline/effect.jte}): to its milestones and, for whoever may see money, to the calls
 * that wait for them.
 *
 * @param facts how many milestones moved, what float is left, which calls moved; none where nothing has moved
 * @param halves calls to come by half-year and currency, as the baselines had them and as they are
 * @param path what nothing may delay, in words; empty where it is not told or leads nowhere
 */
public record SlipEffect(List<Fact> facts, List<Half> halves, Optional<String> path) {

    /** More names nobody reads as a way. */
    private static final int MOST_NAMES = 12;

    private static final int MONTHS_OF_A_HALF = 6;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /**
     * Calls of half a year in one currency.
     *
     * @param beforeWidth of its bar as a part of the longest one of the currency, as {@code nowWidth}
     */
    public record Half(String name, String before, String now, String beforeWidth, String nowWidth) {}

    public SlipEffect {
        facts = List.copyOf(facts);
        halves = List.copyOf(halves);
    }

    /** Whether there is anything to show. */
    public boolean isNone() {
        return facts.isEmpty() && path.isEmpty();
    }

    static SlipEffect of(Insight insight, Words words) {
        List<Outline> plan =
                insight.outlines().stream().filter(one -> !one.state().isGone()).toList();
        long moved = plan.stream().filter(one -> one.slip() != 0).count();
        List<Call> calls = insight.tranches().stream()
                .map(Unlocked::call)
                .flatMap(Optional::stream)
                .toList();
        boolean anything = moved > 0 || calls.stream().anyMatch(Call::moved);
        return new SlipEffect(
                anything ? facts(insight, plan.size(), moved, calls, words) : List.of(),
                anything ? halves(calls, words) : List.of(),
                insight.plan().flatMap(steps -> path(plan, steps, words)));
    }

    private static List<Fact> facts(Insight insight, int all, long moved, List<Call> calls, Words words) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.say("project.effect.moved"), words.say("project.effect.moved.of", "moved", moved, "all", all)));
        insight.plan()
                .flatMap(steps -> tightest(insight.outlines(), steps))
                .ifPresent(left -> facts.add(new Fact(
                        words.say("project.effect.float"),
                        words.say("project.effect.float.days", "days", left.days(), "name", left.name()))));
        Map<Currency, Money> sums = new TreeMap<>(Comparator.comparing(Currency::code));
        calls.stream()
                .filter(Call::moved)
                .forEach(call -> sums.merge(call.amount().currency(), call.amount(), Money::plus));
        if (!sums.isEmpty()) {
            facts.add(new Fact(
                    words.say("project.effect.calls"),
                    words.texts()
                            .list(sums.values().stream()
                                    .map(words.money()::brief)
                                    .toList())));
        }
        return facts;
    }

    /** By how many working days a milestone may still be later without moving the end. */
    private record Left(String name, int days) {}

    /**
     * Where what has slipped has the least float. Over a whole plan the least is always none, for something comes last; what a
     * slip leaves is told by those that slipped.
     */
    private static Optional<Left> tightest(List<Outline> plan, List<PlanStep> steps) {
        Map<UUID, Integer> floats = new HashMap<>();
        steps.forEach(step -> step.floatDays().ifPresent(days -> floats.put(step.milestone(), Math.max(days, 0))));
        return plan.stream()
                .filter(one -> one.state().isOpen() && one.slip() > 0 && floats.containsKey(one.id()))
                .min(Comparator.comparing((Outline one) -> floats.get(one.id())).thenComparing(Outline::day))
                .map(one -> new Left(one.name(), floats.getOrDefault(one.id(), 0)));
    }

    /** The first day of half a year, and a currency. */
    private record Place(LocalDate half, Currency currency) {

        static Place of(LocalDate day, Currency currency) {
            int month = day.getMonthValue() <= MONTHS_OF_A_HALF ? 1 : MONTHS_OF_A_HALF + 1;
            return new Place(LocalDate.of(day.getYear(), month, 1), currency);
        }
    }

    private static List<Half> halves(List<Call> calls, Words words) {
        Map<Place, Money> before = new HashMap<>();
        Map<Place, Money> now = new HashMap<>();
        Map<Currency, Money> longest = new HashMap<>();
        for (Call call : calls) {
            Currency currency = call.amount().currency();
            before.merge(Place.of(call.before(), currency), call.amount(), Money::plus);
            now.merge(Place.of(call.due(), currency), call.amount(), Money::plus);
        }
        List.of(before, now)
                .forEach(side -> side.forEach((place, sum) ->
                        longest.merge(place.currency(), sum, (one, other) -> one.compareTo(other) >= 0 ? one : other)));
        Set<Place> places = new TreeSet<>(
                Comparator.comparing((Place place) -> place.currency().code()).thenComparing(Place::half));
        places.addAll(before.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .map(place -> new Half(
                        name(place.half(), words),
                        said(before, place, words),
                        said(now, place, words),
                        width(before, place, longest),
                        width(now, place, longest)))
                .toList();
    }

    private static String name(LocalDate half, Words words) {
        return words.say(
                "project.half",
                "half",
                half.getMonthValue() == 1 ? 1 : 2,
                "year",
                "%02d".formatted(Math.floorMod(half.getYear(), 100)));
    }

    private static String said(Map<Place, Money> side, Place place, Words words) {
        Money sum = side.get(place);
        return sum == null ? words.say("words.none") : words.money().brief(sum);
    }

    private static String width(Map<Place, Money> side, Place place, Map<Currency, Money> longest) {
        Money sum = side.get(place);
        Money most = longest.get(place.currency());
        return sum == null || most == null || most.value().signum() == 0
                ? "0"
                : sum.value().multiply(WHOLE).divide(most.value(), 1, RoundingMode.HALF_UP) + "%";
    }

    private static Optional<String> path(List<Outline> plan, List<PlanStep> steps, Words words) {
        Set<UUID> critical = steps.stream()
                .filter(PlanStep::critical)
                .map(PlanStep::milestone)
                .collect(Collectors.toSet());
        List<String> names = plan.stream()
                .filter(one -> one.state().isOpen() && critical.contains(one.id()))
                .sorted(Comparator.comparing(Outline::day))
                .map(Outline::name)
                .toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        List<String> shown = names.size() <= MOST_NAMES ? names : new ArrayList<>(names.subList(0, MOST_NAMES));
        String way = String.join(" → ", shown) + (shown.size() < names.size() ? " → …" : "");
        return Optional.of(words.say("project.effect.path", "way", way, "last", names.getLast()));
    }
}
