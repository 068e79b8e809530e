package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.AUDITOR;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.REPORTER;
import static tranche.milestones.manners.Desk.VERIFIER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** A milestone on its way, over HTTP and into the event table. */
class PathToAchievementTest {

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
    void a_milestone_is_planned_begun_claimed_shown_verified_and_so_achieved() {
        Reply project = desk.made(
                "/projects",
                Desk.with(
                        Desk.projectBody(desk.programme, "Fab 1"), ", \"latitude\": 33.7751, \"longitude\": -112.158"));
        UUID id = desk.planned(project.id(), ", \"requiredEvidence\": [\"PHOTO\"]")
                .id();

        desk.moved(REPORTER, id, "start", "");
        Reply claimed = desk.claimed(id);
        Reply shown = desk.shown(id, Forms.bytes("a wafer"), "name", "wafer.jpg");
        Reply achieved = desk.moved(VERIFIER, id, "verification", Desk.finding());

        assertThat(project.body().get("latitude").decimalValue()).isEqualByComparingTo("33.7751");
        assertThat(claimed.text("state")).isEqualTo("CLAIMED");
        assertThat(claimed.body().get("achievedDate").isNull()).isTrue();
        assertThat(claimed.body().get("missingEvidence").toString()).isEqualTo("[\"PHOTO\"]");
        assertThat(shown.text("state")).isEqualTo("EVIDENCE_SUBMITTED");
        assertThat(shown.body().at("/evidence/0/sha256").asText()).isEqualTo(Forms.sha256(Forms.bytes("a wafer")));
        assertThat(achieved.text("state")).isEqualTo("ACHIEVED");
        assertThat(achieved.text("achievedDate")).isEqualTo(today().toString());
        assertThat(achieved.text("forecastDate")).isEqualTo(today().toString());
        assertThat(achieved.body().get("slipDays").asInt()).isEqualTo(-90);
        assertThat(desk.read(id).body()).isEqualTo(achieved.body());
        assertThat(desk.events(id))
                .startsWith("MilestonePlanned", "MilestoneStarted")
                .containsSubsequence("MilestoneClaimed", "EvidenceSubmitted", "MilestoneVerified", "MilestoneAchieved");
    }

    @Test
    @DisplayName("domain §9.2, MS-02: what was submitted tells what is still needed")
    void evidence_tells_what_is_still_missing() {
        UUID id = desk.planned(desk.project(), ", \"requiredEvidence\": [\"PHOTO\", \"CERTIFICATE\"]")
                .id();
        desk.claimed(id);
        desk.shown(id, Forms.bytes("a wafer"), "name", "wafer.jpg");

        assertThat(desk.service
                        .get(AUDITOR, "/audit/events?type=EvidenceSubmitted&aggregateId=" + id)
                        .body()
                        .at("/items/0/data/missing")
                        .toString())
                .isEqualTo("[\"CERTIFICATE\"]");
    }

    @Test
    void what_is_recorded_hangs_on_the_project_and_names_no_person_and_no_file() {
        UUID project = desk.project();
        UUID id = desk.planned(project).id();
        desk.verified(id);

        Reply events = desk.service.get(AUDITOR, "/audit/events?limit=500&aggregateId=" + id);

        long version = 0;
        for (JsonNode event : events.body().get("items")) {
            assertThat(event.get("key").asText()).isEqualTo(project.toString());
            assertThat(event.get("version").asLong()).isEqualTo(++version);
        }
        assertThat(events.raw().body()).contains(Forms.sha256(Forms.bytes("photo of " + id)));
        assertThat(desk.read(id).body().get("version").asLong()).isEqualTo(version);
    }

    @Test
    @DisplayName("A quorum of two: verified by one it is open, by another it is achieved")
    void a_quorum_is_of_different_persons() {
        UUID id = desk.planned(desk.project(), ", \"quorum\": 2").id();
        desk.shown(id);
        Actor another = MilestonesProcess.anybody(Role.VERIFIER);

        Reply first = desk.moved(VERIFIER, id, "verification", Desk.finding());
        Reply again = desk.service.post(VERIFIER, "/milestones/" + id + "/verification", Desk.finding());
        Reply second = desk.moved(another, id, "verification", Desk.finding());

        assertThat(first.text("state")).isEqualTo("VERIFIED");
        assertThat(first.body().get("achievedDate").isNull()).isTrue();
        assertRefused(again, 403, "four-eyes");
        assertThat(second.text("state")).isEqualTo("ACHIEVED");
    }

    @Test
    @DisplayName("D-1: whoever may report from the site verifies nothing there, by any account")
    void a_reporter_of_the_site_is_no_verifier() {
        UUID project = desk.project();
        UUID id = desk.planned(project).id();
        desk.shown(id);
        UUID elsewhere = UUID.randomUUID();
        desk.service.reports(elsewhere, project);
        Actor verifier = MilestonesProcess.anybody(Role.VERIFIER);
        Actor reporter = new Actor(
                verifier.account(), verifier.person(), Set.of(verifier.account(), elsewhere), verifier.access());

        for (String body : List.of(Desk.finding(), "{}")) {
            assertRefused(desk.service.post(reporter, "/milestones/" + id + "/verification", body), 403, "four-eyes");
        }
        desk.moved(verifier, id, "verification", Desk.finding());
    }

    @Test
    void a_claim_is_rejected_made_anew_and_withdrawn() {
        UUID id = desk.planned(desk.project()).id();
        desk.shown(id);

        Reply rejected = desk.moved(VERIFIER, id, "rejection", "{\"reason\": \"The photo is of another site.\"}");
        desk.claimed(id);
        Reply withdrawn = desk.moved(REPORTER, id, "withdraw-claim", "");

        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        assertThat(rejected.text("reason")).isEqualTo("The photo is of another site.");
        assertThat(rejected.body().get("evidence")).isEmpty();
        assertThat(withdrawn.text("state")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_milestone_that_is_rescheduled_says_how_late_it_is() {
        UUID id = desk.planned(desk.project()).id();

        Reply moved = desk.moved(
                REPORTER,
                id,
                "reschedule",
                "{\"forecastDate\": \"" + today().plusDays(100) + "\", \"reason\": \"The tool is late.\"}");

        assertThat(moved.text("forecastDate")).isEqualTo(today().plusDays(100).toString());
        assertThat(moved.body().get("slipDays").asInt()).isEqualTo(10);
        assertThat(moved.body().get("slipped").asBoolean()).isTrue();
        assertThat(moved.text("state")).isEqualTo("PLANNED");
        assertThat(desk.events(id)).containsSubsequence("MilestoneForecastChanged", "MilestoneSlipped");
    }

    @Test
    @DisplayName("D-33: milestones that would wait for each other are told as a circle")
    void a_circle_is_refused_across_projects() {
        UUID first = desk.planned(desk.project()).id();
        UUID second = desk.planned(
                        desk.project(), ", \"predecessors\": [{\"milestoneId\": \"" + first + "\", \"lagDays\": 2}]")
                .id();
        String follows = "{\"predecessors\": [{\"milestoneId\": \"" + second + "\"}]}";

        Reply refused = desk.service.send(MANAGER, "PATCH", "/milestones/" + first, follows);

        assertRefused(refused, 422, "cycle");
        assertThat(refused.body().get("members")).hasSize(2);
        Reply freed = desk.service.send(MANAGER, "PATCH", "/milestones/" + second, "{\"predecessors\": []}");
        assertThat(freed.body().get("predecessors")).as(freed.raw().body()).isEmpty();
        assertThat(desk.service
                        .send(MANAGER, "PATCH", "/milestones/" + first, follows)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_two_persons_decide_happens_with_the_second() {
        UUID project = desk.project();
        UUID id = desk.planned(project).id();
        UUID other = desk.planned(project).id();
        String because = "\"reason\": \"As agreed.\"}";

        Reply proposed = desk.proposed(id, "rebaseline", "{\"baselineDate\": \"" + today() + "\", " + because);
        assertThat(desk.read(id).text("baselineDate")).isNotEqualTo(today().toString());
        desk.confirmed(proposed);
        assertThat(desk.read(id).text("baselineDate")).isEqualTo(today().toString());
        assertThat(desk.read(id).text("originalBaselineDate"))
                .isEqualTo(today().plusDays(90).toString());

        desk.confirmed(desk.proposed(
                id, "waiver", "{\"ofAll\": true, \"expires\": \"" + today().plusDays(30) + "\", " + because));
        assertThat(desk.read(id).text("state")).isEqualTo("WAIVED");
        desk.confirmed(desk.proposed(id, "revoke-waiver", "{" + because));
        assertThat(desk.read(id).text("state")).isEqualTo("PLANNED");

        desk.verified(id);
        desk.confirmed(desk.proposed(id, "revoke-verification", "{" + because));
        assertThat(desk.read(id).text("state")).isEqualTo("REJECTED");

        desk.confirmed(desk.proposed(id, "supersede", "{\"supersededBy\": \"" + other + "\", " + because));
        assertThat(desk.read(id).text("supersededBy")).isEqualTo(other.toString());
        desk.confirmed(desk.proposed(other, "remove", "{" + because));
        assertThat(desk.read(other).text("state")).isEqualTo("REMOVED");
        assertThat(desk.events(id))
                .containsSubsequence(
                        "BaselineApproved",
                        "MilestoneWaived",
                        "MilestoneWaiverRevoked",
                        "MilestoneVerificationRevoked",
                        "MilestoneSuperseded");
    }

    @Test
    @DisplayName("D-6: what waits changes its hash with what it is about")
    void a_motion_is_confirmed_as_it_now_is() {
        UUID id = desk.planned(desk.project()).id();
        Reply proposed = desk.proposed(id, "remove", "{\"reason\": \"Not built.\"}");
        desk.moved(REPORTER, id, "start", "");

        Reply refused = desk.service.post(
                Desk.APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}");

        assertRefused(refused, 409, "content-changed");
        assertThat(desk.read(id).text("state")).isEqualTo("IN_PROGRESS");
    }
}
