package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.REPORTER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.values.actor.Role;

/** Each command of domain §2.5 sent to a milestone in each state that does not admit it, by somebody who else might. */
@DisplayName("§2.5: over HTTP a milestone")
class StateTableTest {

    private static final String BECAUSE = "\"reason\": \"As agreed.\"}";

    private static final List<String> COMMANDS = List.of(
            "change-plan",
            "start",
            "claim",
            "evidence",
            "verification",
            "rejection",
            "withdraw-claim",
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
    private static UUID project;
    private static UUID other;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
        project = desk.project();
        other = desk.planned(project).id();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PLANNED            | change-plan start claim reschedule rebaseline waiver remove supersede
            IN_PROGRESS        | change-plan claim reschedule rebaseline waiver remove supersede
            CLAIMED            | change-plan evidence rejection withdraw-claim reschedule rebaseline waiver remove supersede
            EVIDENCE_SUBMITTED | change-plan evidence verification rejection withdraw-claim reschedule rebaseline waiver remove supersede
            VERIFIED           | change-plan verification reschedule rebaseline revoke-verification
            ACHIEVED           | revoke-verification
            REJECTED           | change-plan claim reschedule rebaseline waiver remove supersede
            WAIVED             | change-plan claim reschedule rebaseline waiver revoke-waiver remove supersede
            REMOVED            |
            SUPERSEDED         |
            """)
    void refuses_what_its_state_does_not_admit_names_what_it_does_and_stays_as_it_was(String state, String admitted) {
        UUID id = in(state);
        List<String> allowed = admitted == null ? List.of() : List.of(admitted.split(" "));
        Reply before = desk.read(id);
        List<String> events = desk.events(id);

        for (String command : COMMANDS) {
            if (!allowed.contains(command)) {
                Reply refused = send(id, command);

                assertRefused(refused, 409, "invalid-state");
                assertThat(refused.text("state")).as(command).isEqualTo(state);
                assertThat(names(refused)).as(command).containsExactlyElementsOf(allowed);
            }
        }
        assertThat(desk.read(id).body()).isEqualTo(before.body());
        assertThat(desk.events(id)).isEqualTo(events);
    }

    @Test
    @DisplayName("§2: what was proposed is not confirmed once the milestone has come to a state that does not admit it")
    void refuses_what_was_proposed_before() {
        UUID id = in("EVIDENCE_SUBMITTED");
        Reply waiver = desk.proposed(id, "waiver", waiver());
        Reply removal = desk.proposed(id, "remove", "{" + BECAUSE);
        desk.moved(Desk.VERIFIER, id, "verification", Desk.finding());
        Reply before = desk.read(id);
        List<String> events = desk.events(id);

        for (Reply proposed : List.of(waiver, removal)) {
            String proposal = "/approvals/" + proposed.text("approvalId");
            String seen = desk.service.get(Desk.APPROVER, proposal).text("contentHash");
            Reply refused =
                    desk.service.post(Desk.APPROVER, proposal + "/approval", "{\"contentHash\": \"" + seen + "\"}");

            assertRefused(refused, 409, "invalid-state");
            assertThat(refused.text("state")).isEqualTo("ACHIEVED");
            assertThat(names(refused)).containsExactly("revoke-verification");
        }
        assertThat(desk.read(id).body()).isEqualTo(before.body());
        assertThat(desk.events(id)).isEqualTo(events);
    }

    @Test
    @DisplayName("§2.5: a waiver frees tranches that wait, and is kept once it has released one")
    void refuses_for_the_sake_of_what_is_released() {
        UUID id = in("PLANNED");
        UUID fund = UUID.randomUUID();
        UUID tranche = desk.tranche(fund, id);
        desk.confirmed(desk.proposed(id, "waiver", Desk.waiverFor(tranche)));
        Reply revocation = desk.proposed(id, "revoke-waiver", "{" + BECAUSE);
        List<String> events = desk.events(id);

        desk.released(fund, tranche);

        String path = "/milestones/" + id;
        assertRefused(desk.service.post(MANAGER, path + "/revoke-waiver", "{" + BECAUSE), 409, "waiver-used");
        assertRefused(desk.service.post(MANAGER, path + "/waiver", Desk.waiverFor(tranche)), 409, "tranche-released");
        assertRefused(
                desk.service.post(
                        Desk.APPROVER,
                        "/approvals/" + revocation.text("approvalId") + "/approval",
                        "{\"contentHash\": \"" + revocation.text("contentHash") + "\"}"),
                409,
                "waiver-used");
        assertThat(desk.events(id)).isEqualTo(events);
    }

    private static List<String> names(Reply refused) {
        List<String> names = new ArrayList<>();
        refused.body().get("allowed").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static UUID in(String state) {
        UUID id = desk.planned(project, state.equals("VERIFIED") ? ", \"quorum\": 2" : "")
                .id();
        switch (state) {
            case "PLANNED" -> {}
            case "IN_PROGRESS" -> desk.moved(REPORTER, id, "start", "");
            case "CLAIMED" -> desk.claimed(id);
            case "EVIDENCE_SUBMITTED" -> desk.shown(id);
            case "VERIFIED", "ACHIEVED" -> desk.verified(id);
            case "REJECTED" -> {
                desk.shown(id);
                desk.moved(Desk.VERIFIER, id, "rejection", "{" + BECAUSE);
            }
            case "WAIVED" -> desk.confirmed(desk.proposed(id, "waiver", waiver()));
            case "REMOVED" -> desk.confirmed(desk.proposed(id, "remove", "{" + BECAUSE));
            case "SUPERSEDED" -> desk.confirmed(desk.proposed(id, "supersede", successor()));
            default -> throw new IllegalArgumentException(state);
        }
        assertThat(desk.read(id).text("state")).isEqualTo(state);
        return id;
    }

    private static Reply send(UUID id, String command) {
        String path = "/milestones/" + id + "/" + command;
        return switch (command) {
            case "change-plan" -> desk.service.send(MANAGER, "PATCH", "/milestones/" + id, "{\"durationDays\": 21}");
            case "start" -> desk.service.post(REPORTER, path, "");
            case "claim" -> desk.service.post(REPORTER, path, "{\"claimedDate\": \"" + today() + "\"}");
            case "evidence" -> desk.submit(REPORTER, id, Forms.bytes("late for " + id));
            // Each time somebody who has verified nothing yet: else it is four eyes that refuses.
            case "verification" -> desk.service.post(MilestonesProcess.anybody(Role.VERIFIER), path, Desk.finding());
            case "rejection" -> desk.service.post(MilestonesProcess.anybody(Role.VERIFIER), path, "{" + BECAUSE);
            case "withdraw-claim" -> desk.service.post(REPORTER, path, "");
            case "reschedule" ->
                desk.service.post(REPORTER, path, "{\"forecastDate\": \"" + today().plusDays(200) + "\", " + BECAUSE);
            case "rebaseline" ->
                desk.service.post(MANAGER, path, "{\"baselineDate\": \"" + today().plusDays(9) + "\", " + BECAUSE);
            case "waiver" -> desk.service.post(MANAGER, path, waiver());
            case "supersede" -> desk.service.post(MANAGER, path, successor());
            case "revoke-verification", "revoke-waiver", "remove" -> desk.service.post(MANAGER, path, "{" + BECAUSE);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static String waiver() {
        return "{\"ofAll\": true, \"expires\": \"" + today().plusDays(30) + "\", " + BECAUSE;
    }

    private static String successor() {
        return "{\"supersededBy\": \"" + other + "\", " + BECAUSE;
    }
}
