package tranche.commitments.drawdown.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tranche.commitments.drawdown.CallDesk;
import tranche.milestones.Verifier;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** From a milestone's event on the topic over the call that it drafts to the released tranche. */
@Tag("broker")
class CalledByMilestoneTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final StubRegistry REGISTRY = StubRegistry.start();

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    private UUID milestone;
    private ToldSite site;

    @BeforeAll
    static void start() throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("tranche.kafka.bootstrap", TestBroker.bootstrap());
        properties.put("tranche.kafka.username", TestBroker.services().username());
        properties.put("tranche.kafka.password", TestBroker.services().password());
        properties.put("tranche.registry.url", REGISTRY.uri());
        service = new CommitmentsProcess(data, properties);
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        REGISTRY.close();
    }

    @BeforeEach
    void another() {
        milestone = UUID.randomUUID();
        site = new ToldSite(REGISTRY.uri(), desk.programme());
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
    @DisplayName("D-2, D-5, D-20, D-40: a verified milestone drafts the call once, others approve and issue it")
    void a_milestone_that_is_verified_calls_what_it_releases() {
        CallDesk.Fund fund = desk.fund(0, "100.00", "100.00", "100.00");
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
    }
}
