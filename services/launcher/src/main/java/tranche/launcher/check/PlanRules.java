package tranche.launcher.check;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Driver;
import tranche.milestones.slip.domain.Forecast;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.slip.domain.Plan;
import tranche.milestones.slip.domain.PlanStep;
import tranche.milestones.slip.domain.Progress;
import tranche.milestones.slip.domain.Sequence;
import tranche.milestones.slip.domain.Slip;
import tranche.values.calendar.WorkingDays;

/** Working days, plans and how far they slip (rules D-32, D-33, D-35 and D-36). */
final class PlanRules {

    private PlanRules() {}

    /** {@code cal}: the day that is so many working days after or before another. */
    static Map<String, Object> days(ExampleInput input) {
        Map<String, WorkingDays> calendars = calendars(input);
        return Map.of(
                "dates",
                input.list("cases").stream()
                        .map(one -> calendar(calendars, one)
                                .add(one.date("date"), Math.toIntExact(one.whole("n")))
                                .toString())
                        .toList());
    }

    /** {@code slip}: each step's forecast, what drives it, its float, and how late it is; or the circle that there is. */
    static Map<String, Object> plan(ExampleInput input) {
        Map<String, WorkingDays> calendars = calendars(input);
        List<ExampleInput> milestones = input.list("milestones");
        return switch (Plan.of(
                milestones.stream().map(one -> step(one, calendars)).toList(), Map.of())) {
            case Sequence.Circle<String>(List<String> members) -> Map.of("error", "cycle", "members", members);
            case Sequence.Ordered<String>(Plan<String> plan) -> {
                Map<String, Forecast<String>> forecasts =
                        plan.forecast(input.date("projectStart"), input.date("dataDate"));
                Map<String, Object> told = new LinkedHashMap<>();
                for (ExampleInput one : milestones) {
                    String id = one.text("id");
                    told.put(id, told(one, Objects.requireNonNull(forecasts.get(id)), calendar(calendars, one)));
                }
                yield Map.of("milestones", told);
            }
        };
    }

    private static Map<String, @Nullable Object> told(ExampleInput one, Forecast<String> forecast, WorkingDays days) {
        Slip slip = Slip.of(one.date("baseline"), forecast.finish(), days);
        Optional<Forecast.Room> room = forecast.room();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("forecast", forecast.finish().toString());
        told.put("drivenBy", forecast.driver().flatMap(PlanRules::named).orElse(null));
        told.put("latest", room.map(left -> left.latestFinish().toString()).orElse(null));
        told.put("totalFloat", room.map(Forecast.Room::totalFloatDays).orElse(null));
        told.put("critical", forecast.isCritical());
        told.put("slipCalendarDays", slip.calendarDays());
        told.put("slipWorkingDays", slip.workingDays());
        return told;
    }

    private static Optional<String> named(Driver<String> driver) {
        return switch (driver) {
            case Driver.Predecessor<String>(String id) -> Optional.of(id);
            case Driver.NotBefore<String>() -> Optional.of("NOT_BEFORE");
            case Driver.DataDate<String>() -> Optional.of("DATA_DATE");
            case Driver.Stated<String>() -> Optional.of("STATED");
            case Driver.ProjectStart<String>() -> Optional.empty();
        };
    }

    private static PlanStep<String> step(ExampleInput one, Map<String, WorkingDays> calendars) {
        List<Link<String>> links = new ArrayList<>();
        if (one.has("pred")) {
            one.list("pred")
                    .forEach(link -> links.add(
                            new Link<>(link.text("id"), link.has("lag") ? Math.toIntExact(link.whole("lag")) : 0)));
        }
        return new PlanStep<>(
                one.text("id"),
                one.has("cal") ? calendar(calendars, one) : EVERY_DAY,
                one.has("dur") ? Math.toIntExact(one.whole("dur")) : 0,
                links,
                date(one, "notBefore"),
                date(one, "statedForecast"),
                date(one, "actual").<Progress>map(Progress.Achieved::new).orElse(new Progress.Ahead()));
    }

    /** {@code band}: of a cost, or of a schedule with how many days it slips. */
    static Map<String, Object> band(ExampleInput input) {
        if (!input.has("start")) {
            return Map.of(
                    "band",
                    Band.ofCost(amount(input, "forecast"), amount(input, "current"), amount(input, "original"))
                            .name());
        }
        LocalDate finish = input.date("forecastFinish");
        LocalDate current = input.date("currentBaselineFinish");
        LocalDate original = input.date("originalBaselineFinish");
        return Map.of(
                "band",
                Band.ofSchedule(input.date("start"), finish, current, original).name(),
                "slipDays",
                Map.of(
                        "current", ChronoUnit.DAYS.between(current, finish),
                        "original", ChronoUnit.DAYS.between(original, finish)));
    }

    private static BigDecimal amount(ExampleInput input, String member) {
        String text = input.text(member);
        if (!text.matches("[0-9]{1,34}(\\.[0-9]{1,12})?")) {
            throw new ExampleInput.Unreadable(input.path() + "/" + member + " is no amount: " + text);
        }
        return new BigDecimal(text);
    }

    private static Optional<LocalDate> date(ExampleInput one, String member) {
        return one.has(member) ? Optional.of(one.date(member)) : Optional.empty();
    }

    private static final WorkingDays EVERY_DAY = WorkingDays.of(Set.of(), Set.of());

    /** The calendar that the member {@code cal} names. */
    static WorkingDays calendar(Map<String, WorkingDays> calendars, ExampleInput one) {
        return Optional.ofNullable(calendars.get(one.text("cal")))
                .orElseThrow(() -> new ExampleInput.Unreadable(one.path() + "/cal names no calendar"));
    }

    /** The calendars that an example gives, by name. */
    static Map<String, WorkingDays> calendars(ExampleInput input) {
        Map<String, WorkingDays> calendars = new LinkedHashMap<>();
        input.members("calendars").forEach((name, calendar) -> calendars.put(name, calendar(calendar)));
        return calendars;
    }

    /** {@code weekend}: 0 is Monday. */
    private static WorkingDays calendar(ExampleInput calendar) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (ExampleInput day : calendar.list("weekend")) {
            weekend.add(DayOfWeek.of(Math.toIntExact(day.asWhole()) + 1));
        }
        Set<LocalDate> holidays = new LinkedHashSet<>();
        for (ExampleInput day : calendar.list("holidays")) {
            holidays.add(LocalDate.parse(day.asText()));
        }
        return WorkingDays.of(weekend, holidays);
    }
}
