package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.REPORTER;
import static tranche.milestones.manners.Desk.VERIFIER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.errors;
import static tranche.milestones.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.milestones.MilestonesProcess.Reply;

/** What every write keeps: said twice it is done once, on the version that was seen, and read back by whoever asks. */
class WriteMannersTest {

    private static final String POSITION = "Tranche-Position";

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void a_made_object_says_where_it_is_and_which_version_it_has() {
        Reply project = desk.made("/projects", Desk.projectBody(desk.programme, "Fab"));
        Reply milestone = desk.planned(project.id());

        assertThat(project.header("Location")).isEqualTo("/api/v1/projects/" + project.id());
        assertThat(milestone.header("Location")).isEqualTo("/api/v1/milestones/" + milestone.id());
        for (Reply made : List.of(project, milestone)) {
            assertThat(made.header("ETag")).isEqualTo("\"1\"");
            assertThat(made.id().version()).isEqualTo(7);
            Reply read = desk.service.get(MANAGER, made.header("Location").replace("/api/v1", ""));
            assertThat(read.body()).isEqualTo(made.body());
            assertThat(read.header("ETag")).isEqualTo("\"1\"");
        }
    }

    @Test
    void a_command_repeated_under_its_key_moves_nothing_a_second_time() {
        UUID id = desk.planned(desk.project()).id();
        String claim = "/milestones/" + id + "/claim";
        String body = "{\"claimedDate\": \"" + today() + "\"}";

        Reply first = desk.service.post(REPORTER, claim, body, "Idempotency-Key", "claim");
        Reply again = desk.service.post(REPORTER, claim, body, "Idempotency-Key", "claim");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header(POSITION)).isEqualTo(first.header(POSITION)).startsWith("milestones/");
        assertRefused(desk.service.post(REPORTER, claim, body), 409, "invalid-state");
    }

    /** Whoever has verified may not verify again; of the one time, the answer is told as often as it is asked for. */
    @Test
    void a_verification_repeated_under_its_key_is_answered_as_it_was() {
        UUID id = desk.planned(desk.project()).id();
        desk.shown(id);
        String verification = "/milestones/" + id + "/verification";

        Reply first = desk.service.post(VERIFIER, verification, Desk.finding(), "Idempotency-Key", "verification");
        Reply again = desk.service.post(VERIFIER, verification, Desk.finding(), "Idempotency-Key", "verification");

        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertRefused(desk.service.post(VERIFIER, verification, Desk.finding()), 403, "four-eyes");
    }

    @Test
    void what_is_proposed_twice_under_one_key_is_one_proposal() {
        UUID id = desk.planned(desk.project()).id();
        String remove = "/milestones/" + id + "/remove";
        String body = "{\"reason\": \"Not built.\"}";

        Reply first = desk.service.post(MANAGER, remove, body, "Idempotency-Key", "remove");
        Reply again = desk.service.post(MANAGER, remove, body, "Idempotency-Key", "remove");

        assertThat(first.status()).as(first.raw().body()).isEqualTo(202);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        Reply approval = desk.service.get(MANAGER, "/approvals/" + first.text("approvalId"));
        assertThat(approval.text("command")).isEqualTo("remove");
        assertThat(approval.body().at("/subject/id").asText()).isEqualTo(id.toString());
        assertThat(approval.body().at("/content/reason").asText()).isEqualTo("Not built.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"trancheIds\": [], ", "\"ofAll\": false, ", "\"ofAll\": true, \"trancheIds\": [], "})
    void a_waiver_says_what_it_is_for(String reach) {
        UUID id = desk.planned(desk.project()).id();
        String body = "{" + reach + "\"expires\": \"" + today() + "\", \"reason\": \"Not needed.\"}";

        Reply refused = desk.service.post(MANAGER, "/milestones/" + id + "/waiver", body);

        assertRefused(refused, 422, "validation");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/trancheIds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-500000000", "0.0000000000000000000000000000001"})
    void a_number_that_no_map_has_is_refused_before_it_is_rounded(String latitude) {
        String body = Desk.with(
                Desk.projectBody(desk.programme, "Fab"), ", \"latitude\": " + latitude + ", \"longitude\": 0");

        Reply refused = desk.service.post(MANAGER, "/projects", body);

        assertThat(Desk.errors(refused)).containsExactly("/latitude too-fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "milestones"})
    void an_object_with_a_name_elsewhere_is_made_once(String collection) {
        String name = ", \"sourceSystem\": \"plan\", \"externalRef\": \"" + collection + "-1\"";
        String body = Desk.with(
                collection.equals("projects")
                        ? Desk.projectBody(desk.programme, "Fab")
                        : Desk.milestoneBody(desk.project(), today()),
                name);
        String other = body.replace("\"name\": \"", "\"name\": \"Another ");

        Reply first = desk.service.post(MANAGER, "/" + collection, body);
        Reply same = desk.service.post(MANAGER, "/" + collection, body);
        Reply conflict = desk.service.post(MANAGER, "/" + collection, other);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(same.status()).as(same.raw().body()).isEqualTo(200);
        assertThat(same.body()).isEqualTo(first.body());
        assertRefused(conflict, 409, "external-reference-conflict");
        assertThat(conflict.text("existingId")).isEqualTo(first.text("id"));
    }

    @Test
    void a_command_is_done_on_the_version_that_its_caller_saw_or_not_at_all() {
        UUID id = desk.planned(desk.project()).id();
        String change = "{\"durationDays\": 21}";

        Reply changed = desk.service.send(MANAGER, "PATCH", "/milestones/" + id, change, "If-Match", "\"1\"");
        Reply stale = desk.service.send(MANAGER, "PATCH", "/milestones/" + id, change, "If-Match", "\"1\"");

        assertThat(changed.body().get("durationDays").asInt()).isEqualTo(21);
        assertThat(changed.header("ETag")).isEqualTo("\"" + changed.text("version") + "\"");
        assertRefused(stale, 412, "version-conflict");
    }

    @Test
    void a_project_is_changed_in_what_is_named_and_stopped_for_good() {
        UUID id = desk.project();
        String project = "/projects/" + id;

        Reply changed = desk.service.send(
                MANAGER,
                "PATCH",
                project,
                "{\"name\": \"Fab 21\", \"latitude\": 33.7, \"longitude\": -112.1, \"zone\": \"America/Phoenix\"}");
        Reply stopped = desk.service.post(MANAGER, project + "/stop", "{\"reason\": \"Sold.\"}");
        Reply again = desk.service.send(MANAGER, "PATCH", project, "{\"name\": \"Fab 22\"}");

        assertThat(changed.text("name")).isEqualTo("Fab 21");
        assertThat(changed.text("region")).isEqualTo("US-AZ");
        assertThat(changed.text("zone")).isEqualTo("America/Phoenix");
        assertThat(stopped.text("state")).isEqualTo("STOPPED");
        assertThat(stopped.body().get("allowed")).isEmpty();
        assertThat(desk.service.get(MANAGER, project).body()).isEqualTo(stopped.body());
        assertRefused(again, 409, "invalid-state");
        assertThat(desk.events(id)).containsExactly("ProjectRegistered", "ProjectChanged", "ProjectStopped");
    }

    @Test
    void a_read_that_names_a_position_includes_it() {
        Reply made = desk.planned(desk.project());

        assertThat(desk.service
                        .get(MANAGER, "/milestones/" + made.id(), POSITION, made.header(POSITION))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_wrong_with_a_body_is_told_at_once() {
        Reply project = desk.service.post(
                MANAGER,
                "/projects",
                "{\"programmeId\": \"x\", \"name\": \"\", \"kind\": \"HOUSE\", \"country\": \"XX\", \"latitude\": 91,"
                        + " \"colour\": \"red\"}");
        Reply milestone = desk.service.post(
                MANAGER,
                "/milestones",
                "{\"projectId\": \"x\", \"kind\": \"PARTY\", \"baselineDate\": \"soon\", \"durationDays\": -1,"
                        + " \"requiredEvidence\": [\"RUMOUR\"], \"quorum\": 0,"
                        + " \"predecessors\": [{\"milestoneId\": \"x\", \"lagDays\": 20000}]}");

        assertThat(errors(project))
                .containsExactlyInAnyOrder(
                        "/programmeId not-a-uuid",
                        "/name blank",
                        "/kind not-one-of",
                        "/region required",
                        "/country unknown-country",
                        "/latitude above-maximum",
                        "/longitude required",
                        "/colour unknown-field");
        assertThat(errors(milestone))
                .containsExactlyInAnyOrder(
                        "/projectId not-a-uuid",
                        "/name required",
                        "/kind not-one-of",
                        "/baselineDate not-a-date",
                        "/durationDays below-minimum",
                        "/requiredEvidence/0 not-one-of",
                        "/quorum below-minimum",
                        "/predecessors/0/milestoneId not-a-uuid",
                        "/predecessors/0/lagDays above-maximum");
    }

    @Test
    void a_predecessor_is_named_once() {
        UUID project = desk.project();
        UUID first = desk.planned(project).id();
        String follows = "{\"milestoneId\": \"" + first + "\"}";

        assertRefused(
                desk.service.post(
                        MANAGER,
                        "/milestones",
                        Desk.with(
                                Desk.milestoneBody(project, today()),
                                ", \"predecessors\": [" + follows + "," + follows + "]")),
                422,
                "predecessor-repeated");
    }
}
