package tranche.milestones.plan.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.Orders;
import tranche.milestones.plan.PlannedService;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Forecast;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.slip.domain.Slip;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;
import tranche.values.calendar.WorkingDays;

/** The worked plans, through commands, events and the reaction: each calendar is a project of its own. */
class PlanReactionsVectorsTest {

    @TempDir
    private static Path data;

    private static PlannedService service;

    private final Map<String, ProjectId> projects = new HashMap<>();
    private final Map<String, MilestoneId> ids = new HashMap<>();

    static List<Vector> plans() {
        return Vectors.of("slip").stream()
                .filter(vector -> !vector.expected().has("error"))
                .toList();
    }

    @BeforeAll
    static void start() {
        service = new PlannedService(data, "2026-01-01T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void give_each_milestone_its_forecast_its_driver_its_room_and_its_slip(Vector vector) {
        JsonNode input = vector.input();
        service.clock().set(date(input, "dataDate").orElseThrow().atTime(12, 0).toInstant(ZoneOffset.UTC));
        input.get("calendars").fieldNames().forEachRemaining(name -> {
            service.know(vector.id() + name, calendar(input, name));
            projects.put(
                    name,
                    service.project(
                            vector.id() + name, date(input, "projectStart").orElseThrow()));
        });
        input.get("milestones")
                .forEach(node -> ids.put(node.get("id").textValue(), new MilestoneId(UUID.randomUUID())));
        // Links may name what comes later in the file: they are made once all are planned.
        input.get("milestones")
                .forEach(node -> service.done(
                        project(node),
                        Orders.planned(
                                id(node),
                                node.path("dur").intValue(),
                                date(node, "baseline").orElseThrow())));
        input.get("milestones").forEach(this::report);
        service.settle();

        ObjectNode got = JsonNodeFactory.instance.objectNode();
        input.get("milestones").forEach(node -> got.set(node.get("id").textValue(), told(node)));
        ObjectNode expected = vector.expected().get("milestones").deepCopy();
        // Which day it is instead of a milestone that drives is not kept.
        expected.forEach(node -> {
            if (!ids.containsKey(node.path("drivenBy").asText())) {
                ((ObjectNode) node).putNull("drivenBy");
            }
        });
        assertThat((Object) got).isEqualTo(expected);
    }

    private void report(JsonNode node) {
        List<Link<MilestoneId>> links = new ArrayList<>();
        node.path("pred")
                .forEach(link -> links.add(new Link<>(
                        Objects.requireNonNull(ids.get(link.get("id").textValue())),
                        link.path("lag").intValue())));
        if (!links.isEmpty()) {
            service.done(project(node), Orders.following(id(node), links));
        }
        date(node, "statedForecast").ifPresent(day -> service.done(project(node), Orders.stated(id(node), day)));
        date(node, "actual").ifPresent(day -> service.done(project(node), Orders.achieved(id(node), day)));
    }

    private ObjectNode told(JsonNode node) {
        Milestone milestone = service.milestone(project(node), id(node));
        Position position = service.position(project(node), id(node));
        Slip slip = milestone.lateness().slip();
        assertThat(position.earlyFinish()).isEqualTo(milestone.outlook().date());
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("forecast", milestone.outlook().date().toString())
                .put("drivenBy", position.driver().map(this::name).orElse(null))
                .put(
                        "latest",
                        position.room()
                                .map(room -> room.latestFinish().toString())
                                .orElse(null));
        told.put(
                "totalFloat", position.room().map(Forecast.Room::totalFloatDays).orElse(null));
        return told.put("critical", position.critical())
                .put("slipCalendarDays", slip.calendarDays())
                .put("slipWorkingDays", slip.workingDays());
    }

    private String name(MilestoneId id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private ProjectId project(JsonNode node) {
        return Objects.requireNonNull(projects.get(node.get("cal").textValue()));
    }

    private MilestoneId id(JsonNode node) {
        return Objects.requireNonNull(ids.get(node.get("id").textValue()));
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
