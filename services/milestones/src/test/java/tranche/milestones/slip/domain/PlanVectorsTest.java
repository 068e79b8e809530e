package tranche.milestones.slip.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;
import tranche.values.calendar.WorkingDays;

class PlanVectorsTest {

    static List<Vector> plans() {
        return Vectors.of("slip").stream()
                .filter(vector -> !vector.expected().has("error"))
                .toList();
    }

    static List<Vector> circles() {
        return Vectors.of("slip").stream()
                .filter(vector -> vector.expected().has("error"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void gives_each_step_its_dates_its_driver_its_float_and_its_slip(Vector vector) {
        JsonNode input = vector.input();
        Map<String, Forecast<String>> forecasts = ordered(steps(input))
                .forecast(
                        date(input, "projectStart").orElseThrow(),
                        date(input, "dataDate").orElseThrow());

        ObjectNode got = JsonNodeFactory.instance.objectNode();
        for (JsonNode milestone : input.get("milestones")) {
            String id = milestone.get("id").textValue();
            Forecast<String> forecast = Objects.requireNonNull(forecasts.get(id));
            Slip slip = Slip.of(
                    date(milestone, "baseline").orElseThrow(),
                    forecast.finish(),
                    calendar(input, milestone.get("cal").textValue()));
            ObjectNode one = got.putObject(id)
                    .put("forecast", forecast.finish().toString())
                    .put(
                            "drivenBy",
                            forecast.driver().flatMap(PlanVectorsTest::named).orElse(null))
                    .put(
                            "latest",
                            forecast.room()
                                    .map(room -> room.latestFinish().toString())
                                    .orElse(null));
            one.put(
                    "totalFloat",
                    forecast.room().map(Forecast.Room::totalFloatDays).orElse(null));
            one.put("critical", forecast.isCritical())
                    .put("slipCalendarDays", slip.calendarDays())
                    .put("slipWorkingDays", slip.workingDays());
        }
        assertThat((Object) got).isEqualTo(vector.expected().get("milestones"));
    }

    @ParameterizedTest
    @MethodSource("circles")
    void refuses_steps_that_follow_each_other_in_a_circle_and_names_them(Vector vector) {
        List<String> members = new ArrayList<>();
        vector.expected().get("members").forEach(member -> members.add(member.textValue()));

        assertThat(Plan.of(steps(vector.input()), Map.of())).isEqualTo(new Sequence.Circle<>(members));
    }

    private static Plan<String> ordered(List<PlanStep<String>> steps) {
        return switch (Plan.of(steps, Map.of())) {
            case Sequence.Ordered<String>(Plan<String> plan) -> plan;
            case Sequence.Circle<String> circle -> throw new AssertionError(circle);
        };
    }

    private static Optional<String> named(Driver<String> driver) {
        return switch (driver) {
            case Driver.Predecessor<String>(String id) -> Optional.of(id);
            case Driver.DataDate<String>() -> Optional.of("DATA_DATE");
            case Driver.NotBefore<String>() -> Optional.of("NOT_BEFORE");
            case Driver.Stated<String>() -> Optional.of("STATED");
            case Driver.ProjectStart<String>() -> Optional.empty();
        };
    }

    private static List<PlanStep<String>> steps(JsonNode input) {
        List<PlanStep<String>> steps = new ArrayList<>();
        for (JsonNode node : input.get("milestones")) {
            List<Link<String>> links = new ArrayList<>();
            node.path("pred")
                    .forEach(link -> links.add(new Link<>(
                            link.get("id").textValue(), link.path("lag").intValue())));
            steps.add(new PlanStep<>(
                    node.get("id").textValue(),
                    calendar(input, node.path("cal").asText()),
                    node.path("dur").intValue(),
                    links,
                    date(node, "notBefore"),
                    date(node, "statedForecast"),
                    date(node, "actual").<Progress>map(Progress.Achieved::new).orElse(new Progress.Ahead())));
        }
        return steps;
    }

    private static Optional<LocalDate> date(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue()).map(LocalDate::parse);
    }

    private static WorkingDays calendar(JsonNode input, String name) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        JsonNode calendar = input.path("calendars").path(name);
        calendar.path("weekend").forEach(day -> weekend.add(DayOfWeek.of(day.intValue() + 1)));
        Set<LocalDate> holidays = new HashSet<>();
        calendar.path("holidays").forEach(day -> holidays.add(LocalDate.parse(day.textValue())));
        return WorkingDays.of(weekend, holidays);
    }
}
