package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.APPROVER;
import static tranche.milestones.manners.Desk.AUDITOR;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.REPORTER;
import static tranche.milestones.manners.Desk.VERIFIER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.KeyScope;

/** 401, 404, 403 four-eyes, 403 forbidden, 412, 409, 422: where two hold, the first is told. */
class OrderOfRefusalsTest {

    private static final String WRONG =
            "{\"claimedDate\": \"never\", \"reason\": 7, \"expires\": 1, \"colour\": \"red\"}";
    private static final String STALE = "\"77\"";

    /** A manager of another programme: a caller who is known and sees nothing here. */
    private static final Actor STRANGER =
            MilestonesProcess.with(Role.FUND_MANAGER, Scope.ofProgramme(UUID.randomUUID()));

    private static final List<String> COMMANDS = List.of(
            "start",
            "claim",
            "withdraw-claim",
            "verification",
            "rejection",
            "reschedule",
            "rebaseline",
            "revoke-verification",
            "waiver",
            "revoke-waiver",
            "remove",
            "supersede");

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

    private static Reply asked(Actor actor, String path, String body) {
        return desk.service.post(actor, path, body, "If-Match", STALE);
    }

    private static Reply formed(Actor actor, UUID milestone, byte[] form, String... headers) {
        return desk.service.send(actor, "POST", "/milestones/" + milestone + "/evidence", Forms.TYPE, form, headers);
    }

    /** Somebody with one more role. */
    private static Actor and(Actor actor, Role role) {
        Grant more = new Grant(role, Scope.DEPLOYMENT);
        List<Grant> grants =
                Stream.concat(actor.access().grants().stream(), Stream.of(more)).toList();
        return new Actor(actor.account(), actor.person(), new Access(grants));
    }

    @Test
    void whoever_is_not_known_is_told_that_before_anything_else() {
        assertRefused(desk.service.sendWithout("POST", "/milestones/x/claim"), 401, "unauthenticated");
    }

    @Test
    void what_is_not_there_or_may_not_be_seen_is_told_before_all_else() {
        UUID hidden = desk.planned(desk.project()).id();
        String project = "/projects/" + desk.read(hidden).text("projectId");

        for (String command : COMMANDS) {
            assertRefused(asked(MANAGER, "/milestones/" + UUID.randomUUID() + "/" + command, WRONG), 404, "not-found");
            assertRefused(asked(STRANGER, "/milestones/" + hidden + "/" + command, WRONG), 404, "not-found");
        }
        assertRefused(desk.service.send(STRANGER, "PATCH", "/milestones/" + hidden, WRONG), 404, "not-found");
        assertRefused(formed(STRANGER, hidden, Forms.formOf("colour", "red")), 404, "not-found");
        assertRefused(asked(STRANGER, project + "/stop", WRONG), 404, "not-found");
        assertRefused(desk.service.send(STRANGER, "PATCH", project, WRONG), 404, "not-found");
    }

    @Test
    @DisplayName(
            "D-1: who claimed or showed it is told so whatever roles he has, on whatever version, in whatever state")
    void four_eyes_come_before_the_role_the_version_the_state_and_the_body() {
        UUID shown = desk.planned(desk.project()).id();
        desk.shown(shown);
        UUID planned = desk.planned(desk.project()).id();

        for (Actor reporter : List.of(REPORTER, and(REPORTER, Role.VERIFIER))) {
            assertRefused(asked(reporter, "/milestones/" + shown + "/verification", WRONG), 403, "four-eyes");
            assertRefused(asked(reporter, "/milestones/" + planned + "/verification", "{}"), 403, "four-eyes");
        }
        assertRefused(
                desk.service.send(
                        Set.of(KeyScope.READ, KeyScope.WRITE),
                        REPORTER,
                        "POST",
                        "/milestones/" + shown + "/verification",
                        "{}"),
                403,
                "four-eyes");
    }

    @Test
    void a_role_comes_before_the_version_the_state_and_the_body() {
        UUID planned = desk.planned(desk.project()).id();
        String project = "/projects/" + desk.read(planned).text("projectId");

        for (String command : COMMANDS) {
            assertRefused(asked(AUDITOR, "/milestones/" + planned + "/" + command, WRONG), 403, "forbidden");
        }
        assertRefused(formed(AUDITOR, planned, Forms.formOf("colour", "red"), "If-Match", STALE), 403, "forbidden");
        assertRefused(asked(AUDITOR, project + "/stop", WRONG), 403, "forbidden");
        for (String collection : List.of("/projects", "/milestones")) {
            assertRefused(asked(AUDITOR, collection, WRONG), 403, "forbidden");
            assertRefused(asked(MANAGER, collection, WRONG), 422, "validation");
        }
    }

    @Test
    void a_key_that_may_only_approve_verifies_and_does_nothing_else() {
        UUID shown = desk.planned(desk.project()).id();
        desk.shown(shown);
        String verification = "/milestones/" + shown + "/verification";

        assertRefused(
                desk.service.send(
                        Set.of(KeyScope.READ, KeyScope.WRITE), VERIFIER, "POST", verification, Desk.finding()),
                403,
                "forbidden");
        Reply verified = desk.service.send(Set.of(KeyScope.APPROVE), VERIFIER, "POST", verification, Desk.finding());
        assertThat(verified.text("state")).as(verified.raw().body()).isEqualTo("ACHIEVED");
        assertRefused(
                desk.service.send(
                        Set.of(KeyScope.APPROVE),
                        VERIFIER,
                        "POST",
                        "/milestones/" + shown + "/revoke-verification",
                        WRONG),
                403,
                "forbidden");
    }

    @Test
    void the_version_comes_before_the_state_and_the_state_before_the_body() {
        UUID achieved = desk.planned(desk.project()).id();
        desk.verified(achieved);

        for (Actor actor : List.of(MANAGER, and(MANAGER, Role.APPROVER))) {
            String remove = "/milestones/" + achieved + "/remove";
            assertRefused(asked(actor, remove, WRONG), 412, "version-conflict");
            assertRefused(desk.service.post(actor, remove, WRONG), 409, "invalid-state");
        }
        Reply refused = desk.service.post(REPORTER, "/milestones/" + achieved + "/claim", WRONG);
        assertRefused(refused, 409, "invalid-state");
        assertThat(refused.text("state")).isEqualTo("ACHIEVED");
        assertThat(refused.body().get("allowed").toString()).isEqualTo("[\"revoke-verification\"]");
        assertRefused(formed(REPORTER, achieved, Forms.formOf("colour", "red")), 409, "invalid-state");
        assertRefused(
                formed(REPORTER, achieved, Forms.formOf("colour", "red"), "If-Match", STALE), 412, "version-conflict");
    }

    @Test
    void evidence_that_is_missing_comes_before_a_day_in_the_future() {
        UUID shown = desk.planned(desk.project(), ", \"requiredEvidence\": [\"INVOICE\", \"CERTIFICATE\"]")
                .id();
        desk.shown(shown);
        String ahead =
                Desk.finding().replace(today().toString(), today().plusDays(2).toString());

        Reply missing = desk.service.post(VERIFIER, "/milestones/" + shown + "/verification", ahead);

        assertRefused(missing, 409, "evidence-missing");
        assertThat(missing.body().get("kinds").toString()).isEqualTo("[\"CERTIFICATE\",\"INVOICE\"]");
    }

    @Test
    void a_day_in_the_future_is_no_claim_and_no_finding() {
        UUID milestone = desk.planned(desk.project()).id();
        String ahead = "{\"claimedDate\": \"" + today().plusDays(2) + "\"}";

        assertRefused(
                desk.service.post(REPORTER, "/milestones/" + milestone + "/claim", ahead), 422, "claimed-date-ahead");
        desk.shown(milestone);
        assertRefused(
                desk.service.post(
                        VERIFIER,
                        "/milestones/" + milestone + "/verification",
                        Desk.finding()
                                .replace(today().toString(), today().plusDays(2).toString())),
                422,
                "achieved-date-ahead");
    }

    @Test
    void a_stopped_project_comes_before_a_predecessor_that_is_not_there() {
        UUID project = desk.project();
        Reply stopped = desk.service.post(MANAGER, "/projects/" + project + "/stop", "{\"reason\": \"Sold.\"}");
        String follows = ", \"predecessors\": [{\"milestoneId\": \"" + UUID.randomUUID() + "\"}]";
        String body = Desk.with(Desk.milestoneBody(project, today()), follows);

        assertThat(stopped.text("state")).isEqualTo("STOPPED");
        assertRefused(desk.service.post(MANAGER, "/milestones", body), 409, "project-stopped");
        Reply unknown = desk.service.post(
                MANAGER,
                "/milestones",
                body.replace(project.toString(), desk.project().toString()));
        assertThat(Desk.errors(unknown)).containsExactly("/predecessors/0/milestoneId unknown-reference");
    }

    @Test
    void a_programme_or_project_that_is_not_there_is_told_where_it_is_named() {
        UUID nothing = UUID.randomUUID();

        assertThat(Desk.errors(desk.service.post(MANAGER, "/projects", Desk.projectBody(nothing, "Fab"))))
                .containsExactly("/programmeId unknown-reference");
        assertThat(Desk.errors(desk.service.post(MANAGER, "/milestones", Desk.milestoneBody(nothing, today()))))
                .containsExactly("/projectId unknown-reference");
        assertThat(Desk.errors(desk.service.post(MANAGER, "/projects", "{\"programmeId\": \"" + nothing + "\"}")))
                .as("beside what is wrong")
                .contains("/programmeId unknown-reference", "/name required");
        assertThat(Desk.errors(desk.service.post(MANAGER, "/milestones", "{\"projectId\": \"" + nothing + "\"}")))
                .contains("/projectId unknown-reference", "/name required");
        assertThat(Desk.errors(desk.service.post(
                        MANAGER,
                        "/milestones/" + desk.planned(desk.project()).id() + "/supersede",
                        "{\"supersededBy\": \"" + nothing + "\"}")))
                .containsExactlyInAnyOrder("/supersededBy unknown-reference", "/reason required");
    }

    @Test
    void a_proposal_is_answered_in_the_same_order() {
        UUID milestone = desk.planned(desk.project()).id();
        Reply proposed = desk.proposed(milestone, "remove", "{\"reason\": \"Not built.\"}");
        String approval = "/approvals/" + proposed.text("approvalId") + "/approval";

        assertRefused(asked(STRANGER, approval, WRONG), 404, "not-found");
        assertRefused(asked(and(MANAGER, Role.APPROVER), approval, WRONG), 403, "four-eyes");
        assertRefused(asked(AUDITOR, approval, WRONG), 403, "forbidden");
        assertRefused(asked(APPROVER, approval, WRONG), 412, "version-conflict");
        assertRefused(desk.service.post(APPROVER, approval, WRONG), 422, "validation");
    }
}
