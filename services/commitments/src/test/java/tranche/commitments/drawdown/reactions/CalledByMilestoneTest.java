package tranche.commitments.drawdown.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.OnBroker;
import tranche.commitments.ToldSite;
import tranche.commitments.drawdown.CallDesk;
import tranche.milestones.Verifier;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** From a milestone's event on the topic over the call that it drafts to the released tranche. */
@Tag("broker")
class CalledByMilestoneTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    private UUID milestone;
    private ToldSite site;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data, OnBroker.properties());
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void another() {
        milestone = UUID.randomUUID();
        site = new ToldSite(OnBroker.registry(), desk.programme());
    }

    /** A tranche of a fund that waits for the milestone, approved by a second person. */
    private Reply locked(CallDesk.Fund fund, String amount) {
        site.planned(milestone);
        Reply draft = await().atMost(LIMIT)
                .until(
                        () -> desk.send(CallDesk.MANAGER, "/tranches", body(fund, amount)),
                        reply -> reply.status() != 422);
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        return desk.done(
                CallDesk.APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    private String body(CallDesk.Fund fund, String amount) {
        return "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd(amount)
                + ", 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + milestone + "'}]}";
    }

    private Reply tranche(Reply tranche) {
        return service.get(CallDesk.AUDITOR, "/tranches/" + tranche.id());
    }

    private Reply awaited(Reply tranche, String state) {
        return await().atMost(LIMIT)
                .until(() -> tranche(tranche), now -> now.text("state").equals(state));
    }

    private List<JsonNode> callsOf(Reply tranche) {
        List<JsonNode> calls = new ArrayList<>();
        service.get(CallDesk.AUDITOR, "/capital-calls?trancheId=" + tranche.id())
                .body()
                .get("items")
                .forEach(calls::add);
        return calls;
    }

    @Test
    @DisplayName(
            "§8.1, D-2, D-5, D-20, D-40: a verified milestone drafts the call once, others approve and issue it, and the"
                    + " notice names what was verified")
    void a_milestone_that_is_verified_calls_what_it_releases() {
        CallDesk.Fund fund = desk.fund(0, "100.00", "100.00", "100.00");
        site.registered("US-AZ", "US");
        Reply locked = locked(fund, "100.00");
        assertThat(locked.text("state")).isEqualTo("LOCKED");
        Actor verifier = CommitmentsProcess.anybody(Role.APPROVER);

        site.achieved(milestone, new Verifier(verifier.account(), verifier.person()));
        site.tellAgain();

        Reply drafted = awaited(locked, "CALL_DRAFTED");
        List<JsonNode> calls = callsOf(locked);
        assertThat(calls).hasSize(1);
        JsonNode call = calls.getFirst();
        assertThat(call.get("id").asText()).isEqualTo(drafted.text("callId"));
        assertThat(call.get("state").asText()).isEqualTo("DRAFT");
        assertThat(call.at("/cause/milestoneIds/0").asText()).isEqualTo(milestone.toString());
        List<String> amounts = new ArrayList<>();
        call.get("lines").forEach(line -> amounts.add(line.at("/amount/value").asText()));
        assertThat(amounts).containsExactlyInAnyOrder("33.34", "33.33", "33.33");

        String path = "/capital-calls/" + call.get("id").asText();
        String seen = "{'contentHash': '" + call.get("contentHash").asText() + "'}";
        desk.refused(403, "four-eyes", desk.send(verifier, path + "/approval", seen));
        desk.done(CallDesk.APPROVER, path + "/approval", seen);
        Reply issued = desk.done(CallDesk.MANAGER, path + "/issue", "");

        assertThat(issued.text("state")).isEqualTo("ISSUED");
        assertThat(tranche(locked).text("state")).isEqualTo("RELEASED");
        assertThat(callsOf(locked)).hasSize(1);
        JsonNode cause = service.get(
                        CallDesk.AUDITOR,
                        path + "/lines/" + issued.body().at("/lines/0/id").asText() + "/notice",
                        "Accept",
                        "application/json")
                .body()
                .at("/purpose/milestones/0");
        assertThat(cause.get("name").asText()).isEqualTo("Shell complete");
        assertThat(cause.get("projectName").asText()).isEqualTo("Fab 1");
        assertThat(cause.get("verifiedDate").asText()).isEqualTo(ToldSite.TODAY.toString());
        assertThat(cause.at("/evidence/0").asText()).isEqualTo("ab".repeat(32));
    }

    private JsonNode theCallOf(Reply tranche) {
        List<JsonNode> calls = callsOf(tranche);
        assertThat(calls).hasSize(1);
        return calls.getFirst();
    }

    private void achieved() {
        site.achieved(milestone, new Verifier(UUID.randomUUID(), UUID.randomUUID()));
    }

    @Test
    @DisplayName("§2.6: a verification that is revoked locks the tranche again and cancels its approved call")
    void a_verification_that_is_revoked_cancels_the_call() {
        Reply locked = locked(desk.fund(0, "100.00"), "60.00");
        achieved();
        awaited(locked, "CALL_DRAFTED");
        JsonNode call = theCallOf(locked);
        String path = "/capital-calls/" + call.get("id").asText();
        desk.done(
                CallDesk.APPROVER,
                path + "/approval",
                "{'contentHash': '" + call.get("contentHash").asText() + "'}");

        site.revoked(milestone);

        Reply relocked = awaited(locked, "LOCKED");
        assertThat(relocked.body().get("callId").isNull()).isTrue();
        Reply cancelled = service.get(CallDesk.AUDITOR, path);
        assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
        desk.refused(409, "invalid-state", desk.send(CallDesk.MANAGER, path + "/issue", ""));

        achieved();
        Reply held = awaited(locked, "CONDITIONS_MET");
        assertThat(held.text("heldReason")).isEqualTo("drafted-before");
        assertThat(callsOf(locked)).hasSize(1);
    }

    @Test
    @DisplayName(
            "D-5: a call that the rules refuse holds the tranche, whose letter is not dead, until a person redrafts it")
    void a_call_that_is_refused_holds_the_tranche() {
        CallDesk.Fund fund = desk.fund(0, "50.00");
        Reply locked = locked(fund, "60.00");
        achieved();

        Reply held = awaited(locked, "CONDITIONS_MET");

        assertThat(held.text("heldReason")).isEqualTo("insufficient-uncalled");
        assertThat(callsOf(locked)).isEmpty();
        desk.refused(
                409, "insufficient-uncalled", desk.send(CallDesk.MANAGER, "/tranches/" + locked.id() + "/redraft", ""));
    }

    @Test
    @DisplayName(
            "§2.6, D-1, D-43: a draft that a person cancels is held, and redrafted by a person, who calls it whole and does"
                    + " not approve it")
    void a_draft_that_is_cancelled_is_redrafted_by_a_person() {
        Reply locked = locked(desk.fund(0, "100.00"), "60.00");
        achieved();
        awaited(locked, "CALL_DRAFTED");
        String first = theCallOf(locked).get("id").asText();
        desk.done(CallDesk.MANAGER, "/capital-calls/" + first + "/cancellation", "{'reason': 'Too early'}");

        assertThat(tranche(locked).text("heldReason")).isEqualTo("draft-cancelled");
        Reply redrafted = desk.done(CallDesk.MANAGER, "/tranches/" + locked.id() + "/redraft", "");

        assertThat(redrafted.text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(redrafted.text("callId")).isNotEqualTo(first);
        assertThat(callsOf(locked)).hasSize(2);
        String again = "/capital-calls/" + redrafted.text("callId");
        Reply part =
                desk.edit(again, "{'components': [{'type': 'INVESTMENT', 'amount': " + CallDesk.usd("59.99") + "}]}");
        desk.refused(409, "release-not-whole", part);
        assertThat(part.text("tranche")).isEqualTo("60.00 USD");
        Actor redrafter = new Actor(CallDesk.MANAGER.account(), CallDesk.MANAGER.person(), CallDesk.APPROVER.access());
        desk.refused(403, "four-eyes", desk.send(redrafter, again + "/approval", desk.seen(again)));
        desk.done(CallDesk.APPROVER, again + "/approval", desk.seen(again));
    }

    @Test
    @DisplayName("§2.6: other conditions cancel what was drafted, and those that are met draft anew at once")
    void an_amendment_cancels_what_was_drafted() {
        Reply locked = locked(desk.fund(0, "100.00"), "60.00");
        achieved();
        awaited(locked, "CALL_DRAFTED");
        String first = theCallOf(locked).get("id").asText();

        desk.confirmed(
                CallDesk.MANAGER,
                "/tranches/" + locked.id() + "/amend",
                "{'conditions': [{'type': 'DATE_REACHED', 'date': '" + CallDesk.today()
                        + "'}], 'reason': 'The day was agreed'}");

        Reply amended = tranche(locked);
        assertThat(amended.text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(amended.body().get("conditionVersion").asInt()).isEqualTo(2);
        assertThat(amended.text("callId")).isNotEqualTo(first);
        assertThat(service.get(CallDesk.AUDITOR, "/capital-calls/" + first).text("state"))
                .isEqualTo("CANCELLED");

        desk.confirmed(
                CallDesk.MANAGER, "/tranches/" + locked.id() + "/cancel", "{'reason': 'The project is not built'}");
        assertThat(tranche(locked).text("state")).isEqualTo("CANCELLED");
        assertThat(service.get(CallDesk.AUDITOR, "/capital-calls/" + amended.text("callId"))
                        .text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("D-41: the release of one tranche calls the one that waits for it, of whatever fund")
    void a_release_calls_the_tranche_that_waits_for_it() {
        Reply first = locked(desk.fund(0, "100.00"), "60.00");
        Reply draft = desk.made(
                CallDesk.MANAGER,
                "/tranches",
                "{'fundId': '" + desk.fund(0, "10.00").id() + "', 'name': 'Tools', 'amount': " + CallDesk.usd("5.00")
                        + ", 'conditions': [{'type': 'TRANCHE_RELEASED', 'trancheId': '" + first.id() + "'}]}");
        desk.done(
                CallDesk.APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
        achieved();
        awaited(first, "CALL_DRAFTED");
        JsonNode call = theCallOf(first);
        String path = "/capital-calls/" + call.get("id").asText();
        desk.done(
                CallDesk.APPROVER,
                path + "/approval",
                "{'contentHash': '" + call.get("contentHash").asText() + "'}");
        desk.done(CallDesk.MANAGER, path + "/issue", "");

        awaited(draft, "CALL_DRAFTED");
    }
}
