package tranche.launcher.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.forecast.domain.Expected;
import tranche.commitments.forecast.domain.Forecast;
import tranche.commitments.forecast.domain.ForecastCall;
import tranche.commitments.forecast.domain.ForecastChange;
import tranche.commitments.forecast.domain.Holder;
import tranche.commitments.forecast.domain.Outstanding;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.calendar.WorkingDays;
import tranche.values.money.Currency;
import tranche.world.ids.Ids;

/** The calls that tranches are to be expected to make (rule D-34). */
final class ForecastRules {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final ProgrammeId PROGRAMME = new ProgrammeId(NOBODY);

    private ForecastRules() {}

    /** {@code fcst}: each tranche's days and lines, in the order of the calls; and what has moved since the previous run. */
    static Map<String, Object> calls(ExampleInput input) {
        Map<String, TrancheId> ids = ids(input);
        Map<TrancheId, String> names = new HashMap<>();
        ids.forEach((name, id) -> names.put(id, name));
        Forecast forecast = forecast(input, ids);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "calls",
                forecast.calls().stream()
                        .map(call -> told(call, named(names, call.expected().tranche())))
                        .toList());
        if (input.has("previous")) {
            Forecast before = forecast(input.part("previous"), ids);
            told.put(
                    "moved",
                    ForecastChange.between(before.rows(), forecast.rows()).stream()
                            .filter(change -> change.kind() == ForecastChange.Kind.MOVED)
                            .map(change -> moved(change, named(names, change.tranche())))
                            .toList());
        }
        return told;
    }

    private static String named(Map<TrancheId, String> names, TrancheId id) {
        return Objects.requireNonNull(names.get(id));
    }

    private static Map<String, Object> told(ForecastCall call, String tranche) {
        Timetable days = call.expected().timetable();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("tranche", tranche);
        told.put("conditionsMet", days.conditionsMet().toString());
        told.put("issue", days.issue().toString());
        told.put("due", days.due().toString());
        call.refusal()
                .ifPresentOrElse(
                        refusal -> told.put("error", refusal.code()),
                        () -> told.put("lines", SharingRules.plain(call.lines())));
        return told;
    }

    private static Map<String, Object> moved(ForecastChange change, String tranche) {
        return Map.of(
                "tranche", tranche,
                "fromDue", change.before().orElseThrow().due().toString(),
                "toDue", change.after().orElseThrow().due().toString(),
                "days", change.days());
    }

    private static Forecast forecast(ExampleInput input, Map<String, TrancheId> ids) {
        Currency currency = input.currency();
        Map<String, WorkingDays> calendars = PlanRules.calendars(input);
        WorkingDays days = Optional.ofNullable(calendars.get(input.text("fundCalendar")))
                .orElseThrow(() -> new ExampleInput.Unreadable("fundCalendar names no calendar"));
        Outstanding outstanding = outstanding(input, calendars);
        List<Expected> expected = new ArrayList<>();
        for (ExampleInput one : input.list("tranches")) {
            TrancheId id = Objects.requireNonNull(ids.get(one.text("id")));
            outstanding
                    .met(id, conditions(one))
                    .map(met -> Timetable.of(met, days, days(input, "approvalDays"), days(input, "noticeDays")))
                    .ifPresent(timetable -> expected.add(new Expected(id, one.money("amount", currency), timetable)));
        }
        ExampleInput commitments = input.part("commitments");
        ExampleInput uncalled = input.part("uncalled");
        List<Holder> holders = input.members("commitments").keySet().stream()
                .map(key -> new Holder(key, commitments.money(key, currency), uncalled.money(key, currency)))
                .toList();
        return Forecast.of(CallBasis.valueOf(input.text("basis")), holders, expected);
    }

    private static int days(ExampleInput input, String member) {
        return Math.toIntExact(input.whole(member));
    }

    private static ConditionVersion conditions(ExampleInput tranche) {
        List<Condition> conditions = tranche.list("cps").stream()
                .<Condition>map(one -> new MilestoneVerified(milestone(one.text("milestone"))))
                .toList();
        return new ConditionVersion(1, conditions, LocalDate.EPOCH);
    }

    private static Outstanding outstanding(ExampleInput input, Map<String, WorkingDays> calendars) {
        Map<UUID, WorkingDays> places = new HashMap<>();
        Map<MilestoneId, Milestone> milestones = new HashMap<>();
        ExampleInput forecasts = input.part("milestoneForecasts");
        for (ExampleInput tranche : input.list("tranches")) {
            for (ExampleInput condition : tranche.list("cps")) {
                String name = condition.text("milestone");
                UUID place = Ids.ofCause("calendar:" + condition.text("cal"));
                places.put(place, PlanRules.calendar(calendars, condition));
                milestones.put(milestone(name), planned(name, place, forecasts.date(name)));
            }
        }
        return new Outstanding(
                new Facts(milestones, Map.of(), Map.of(), Set.of()),
                place -> Objects.requireNonNull(places.get(place)),
                days(input, "verifyDays"),
                Map.of(),
                LocalDate.EPOCH);
    }

    private static MilestoneId milestone(String name) {
        return new MilestoneId(Ids.ofCause("milestone:" + name));
    }

    private static Milestone planned(String name, UUID place, LocalDate forecast) {
        return new Milestone(
                milestone(name),
                PROGRAMME,
                place,
                name,
                "PLANNED",
                new Outlook(forecast, 0, Optional.empty(), List.of(), NOBODY),
                Optional.empty(),
                List.of(),
                false);
    }

    /** Ids in the order of the names, which settle ties. */
    private static Map<String, TrancheId> ids(ExampleInput input) {
        List<String> names = Stream.concat(
                        names(input), input.has("previous") ? names(input.part("previous")) : Stream.of())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        return names.stream()
                .collect(Collectors.toMap(name -> name, name -> new TrancheId(new UUID(0, names.indexOf(name)))));
    }

    private static Stream<String> names(ExampleInput input) {
        return input.list("tranches").stream().map(one -> one.text("id"));
    }
}
