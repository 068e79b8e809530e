package tranche.milestones.plan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** A plan by the way of its events: from the commands through Kafka and the reaction to what is answered. */
@Tag("broker")
class PlanOverHttpTest {

    private static final Actor MANAGER = MilestonesProcess.anybody(Role.FUND_MANAGER);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate START = TODAY.plusDays(100);

    @TempDir
    private static Path data;

    private static StubRegistry registry;
    private static MilestonesProcess service;
    private static UUID programme;

    @BeforeAll
    static void start() throws IOException {
        registry = StubRegistry.start();
        Map<String, Object> properties = new HashMap<>();
        properties.put("tranche.kafka.bootstrap", TestBroker.bootstrap());
        properties.put("tranche.kafka.username", TestBroker.services().username());
        properties.put("tranche.kafka.password", TestBroker.services().password());
        properties.put("tranche.registry.url", registry.uri());
        service = new MilestonesProcess(data, properties);
        programme = service.programme("UTC");
    }

    @AfterAll
    static void stop() {
        service.close();
        registry.close();
    }

    private static Reply made(String collection, String body) {
        Reply made = service.post(MANAGER, collection, body.replace('\'', '"'));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private static Reply project() {
        return made(
                "/projects",
                "{'programmeId': '" + programme
                        + "', 'name': 'Fab 1', 'kind': 'FAB', 'region': 'US-AZ', 'country': 'US'," + " 'startDate': '"
                        + START + "'}");
    }

    private static Reply milestone(UUID project, int durationDays, String predecessors) {
        return made(
                "/milestones",
                "{'projectId': '" + project + "', 'name': 'Step', 'kind': 'CONSTRUCTION', 'baselineDate': '" + START
                        + "', 'durationDays': " + durationDays + ", 'predecessors': [" + predecessors + "]}");
    }

    /** The plan as it is once the run has heard of a write. */
    private static Reply planAfter(Reply write, UUID project) {
        for (int attempt = 0; ; attempt++) {
            Reply plan = service.get(
                    MANAGER, "/projects/" + project + "/plan", "Tranche-Position", write.header("Tranche-Position"));
            // While the broker is still starting a caller is told to come again.
            if (plan.status() != 503 || attempt == 20) {
                assertThat(plan.status()).as(plan.raw().body()).isEqualTo(200);
                return plan;
            }
        }
    }

    private static JsonNode node(Reply plan, UUID milestone) {
        for (JsonNode node : plan.body().get("nodes")) {
            if (node.get("milestoneId").asText().equals(milestone.toString())) {
                return node;
            }
        }
        throw new AssertionError(milestone + " is not in " + plan.raw().body());
    }

    @Test
    @DisplayName("D-33: a plan is answered with the write that its reader has seen: forecasts, room, what drives what")
    void is_answered_with_what_was_written() {
        UUID project = project().id();
        UUID shell = milestone(project, 20, "").id();
        UUID power = milestone(project, 5, "").id();
        Reply last = milestone(
                project, 10, "{'milestoneId': '" + shell + "', 'lagDays': 2}, {'milestoneId': '" + power + "'}");

        Reply plan = planAfter(last, project);

        assertThat(plan.text("dataDate")).isEqualTo(TODAY.toString());
        assertThat(plan.text("finish"))
                .isEqualTo(node(plan, last.id()).get("earlyFinish").asText());
        assertThat(plan.body().get("nodes")).hasSize(3);
        assertThat(node(plan, last.id()).get("driverId").asText()).isEqualTo(shell.toString());
        assertThat(node(plan, last.id()).get("critical").asBoolean()).isTrue();
        assertThat(node(plan, shell).get("totalFloatDays").asInt()).isZero();
        assertThat(node(plan, shell).get("driverId").isNull()).isTrue();
        assertThat(node(plan, power).get("critical").asBoolean()).isFalse();
        assertThat(node(plan, power).get("totalFloatDays").asInt()).isEqualTo(17);
        assertThat(plan.body().get("edges")).hasSize(2).anySatisfy(edge -> {
            assertThat(edge.get("from").asText()).isEqualTo(shell.toString());
            assertThat(edge.get("to").asText()).isEqualTo(last.text("id"));
            assertThat(edge.get("lagDays").asInt()).isEqualTo(2);
        });

        LocalDate stated = LocalDate.parse(plan.text("finish")).plusDays(30);
        Reply late = service.post(
                MANAGER,
                "/milestones/" + power + "/reschedule",
                "{\"forecastDate\": \"" + stated + "\", \"reason\": \"no transformer\"}");
        Reply after = planAfter(late, project);

        assertThat(node(after, last.id()).get("driverId").asText()).isEqualTo(power.toString());
        assertThat(LocalDate.parse(after.text("finish"))).isAfter(stated);
        assertThat(service.get(MANAGER, "/milestones/" + last.id()).text("forecastDate"))
                .isEqualTo(after.text("finish"));
    }

    @Test
    void is_for_whoever_reads_all_of_the_project() {
        Reply project = project();
        String path = "/projects/" + project.id() + "/plan";

        assertThat(planAfter(project, project.id()).body().get("nodes")).isEmpty();
        assertThat(service.get(MilestonesProcess.anybody(Role.STAKEHOLDER), path)
                        .status())
                .isEqualTo(403);
        assertThat(service.get(MilestonesProcess.with(Role.FUND_MANAGER, Scope.ofProgramme(UUID.randomUUID())), path)
                        .status())
                .isEqualTo(404);
        assertThat(service.get(MANAGER, "/projects/" + UUID.randomUUID() + "/plan")
                        .status())
                .isEqualTo(404);
        assertThat(service.get(MANAGER, path + "?asOf=2026-01-01").text("type")).endsWith("/as-of-not-supported");
        assertThat(service.get(MANAGER, path + "?colour=red").status()).isEqualTo(422);
    }
}
