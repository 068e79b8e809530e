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
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSuperseded;

/** From the event by which a milestone leaves the plan to the conditions of the tranches that waited for it. */
@Tag("broker")
class FollowedPlanTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    private final UUID gone = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID proposer = UUID.randomUUID();
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
    void plan() {
        site = new ToldSite(OnBroker.registry(), desk.programme());
        site.planned(gone);
        site.planned(other);
    }

    /** A tranche that waits for milestones, approved by a second person. */
    private static Reply locked(CallDesk.Fund fund, UUID... milestones) {
        return approved(drafted(fund, milestones));
    }

    private static Reply drafted(CallDesk.Fund fund, UUID... milestones) {
        Reply draft = await().atMost(LIMIT).until(() -> draft(fund, milestones), reply -> reply.status() != 422);
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        return draft;
    }

    private static Reply approved(Reply draft) {
        return desk.done(
                CallDesk.APPROVER, "/tranches/" + draft.id() + "/approval", desk.seen("/tranches/" + draft.id()));
    }

    private static Reply draft(CallDesk.Fund fund, UUID... milestones) {
        List<String> conditions = new ArrayList<>();
        for (UUID milestone : milestones) {
            conditions.add("{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + milestone + "'}");
        }
        String body = "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd("10.00")
                + ", 'conditions': [" + String.join(", ", conditions) + "]}";
        return desk.send(CallDesk.MANAGER, "/tranches", body);
    }

    private UUID removed(UUID... tranches) {
        return site.tell(
                gone,
                head -> MilestoneRemoved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(site.programme)
                        .setProjectId(site.project)
                        .setMilestoneId(gone)
                        .setTrancheIds(List.of(tranches))
                        .setReason("One hall is enough.")
                        .setProposedBy(proposer)
                        .setState("REMOVED")
                        .build());
    }

    private UUID superseded(UUID... tranches) {
        return site.tell(
                gone,
                head -> MilestoneSuperseded.newBuilder()
                        .setHead(head)
                        .setProgrammeId(site.programme)
                        .setProjectId(site.project)
                        .setMilestoneId(gone)
                        .setSupersededBy(other)
                        .setTrancheIds(List.of(tranches))
                        .setReason("Split in two.")
                        .setProposedBy(proposer)
                        .setState("SUPERSEDED")
                        .build());
    }

    private static Reply tranche(UUID id) {
        return service.get(CallDesk.AUDITOR, "/tranches/" + id);
    }

    private static Reply amended(UUID id) {
        return await().atMost(LIMIT)
                .until(
                        () -> tranche(id),
                        now -> now.body().get("conditionVersion").asInt() == 2);
    }

    private static List<String> named(Reply tranche) {
        List<String> milestones = new ArrayList<>();
        tranche.body()
                .get("conditions")
                .forEach(one -> milestones.add(one.get("milestoneId").asText()));
        return milestones;
    }

    private static List<JsonNode> amendments(UUID tranche) {
        List<JsonNode> events = new ArrayList<>();
        service.get(CallDesk.AUDITOR, "/audit/events?limit=500&aggregateId=" + tranche)
                .body()
                .get("items")
                .forEach(event -> {
                    if (event.get("type").asText().endsWith("TrancheAmended")) {
                        events.add(event.get("data"));
                    }
                });
        return events;
    }

    @Test
    @DisplayName(
            "§2.5, D-42: the named tranches lose a removed milestone by a version in both persons' names, once, and no other does")
    void what_was_removed_goes_from_the_conditions_of_those_that_were_named() {
        CallDesk.Fund fund = desk.fund(0, "100.00");
        Reply both = locked(fund, gone, other);
        Reply unnamed = locked(fund, gone, other);
        Reply alone = locked(fund, gone);

        UUID event = removed(both.id(), alone.id(), UUID.randomUUID());
        site.tellAgain();

        assertThat(named(amended(both.id()))).containsExactly(other.toString());
        assertThat(tranche(both.id()).text("state")).isEqualTo("LOCKED");
        List<JsonNode> amendments = amendments(both.id());
        assertThat(amendments).hasSize(1);
        assertThat(amendments.getFirst().get("reason").asText()).isEqualTo("One hall is enough.");
        assertThat(amendments.getFirst().get("proposedBy").asText()).isEqualTo(proposer.toString());
        assertThat(amendments.getFirst().at("/head/causationId").asText()).isEqualTo(event.toString());
        assertThat(amendments.getFirst().at("/head/actorId").asText())
                .isNotEqualTo(proposer.toString())
                .isNotEqualTo(new UUID(0, 0).toString());
        for (Reply waiting : List.of(unnamed, alone)) {
            Reply now = tranche(waiting.id());
            assertThat(now.text("state")).isEqualTo("LOCKED");
            assertThat(now.body().get("conditionVersion").asInt()).isOne();
            assertThat(amendments(waiting.id())).isEmpty();
        }
        assertThat(service.get(CallDesk.AUDITOR, "/capital-calls?fundId=" + fund.id())
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.6: no tranche is drafted, approved or amended to wait for what has left the plan")
    void what_has_left_the_plan_is_waited_for_by_nothing_new() {
        CallDesk.Fund fund = desk.fund(0, "100.00");
        Reply draft = drafted(fund, gone);
        Reply locked = locked(fund, other);
        String amendment = "{'reason': 'renegotiated', 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '"
                + gone + "'}]}";
        Reply proposed = desk.send(CallDesk.MANAGER, "/tranches/" + locked.id() + "/amend", amendment);
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);

        superseded();

        Reply another = await().atMost(LIMIT).until(() -> draft(fund, gone), reply -> reply.status() != 201);
        desk.refused(409, "milestone-gone", another);
        assertThat(another.body().at("/detail").asText()).contains(gone.toString());
        String approval = "/tranches/" + draft.id() + "/approval";
        desk.refused(
                409, "milestone-gone", desk.send(CallDesk.APPROVER, approval, desk.seen("/tranches/" + draft.id())));
        desk.refused(
                409, "milestone-gone", desk.send(CallDesk.MANAGER, "/tranches/" + locked.id() + "/amend", amendment));
        desk.refused(
                409,
                "milestone-gone",
                desk.send(
                        CallDesk.APPROVER,
                        "/approvals/" + proposed.text("approvalId") + "/approval",
                        "{'contentHash': '" + proposed.text("contentHash") + "'}"));
        assertThat(tranche(draft.id()).text("state")).isEqualTo("DRAFT");
        desk.confirmed(CallDesk.MANAGER, "/tranches/" + draft.id() + "/cancel", "{'reason': 'drafted anew'}");
        assertThat(approved(drafted(fund, other)).text("state")).isEqualTo("LOCKED");
    }

    @Test
    @DisplayName("§2.5, §2.6: a successor takes the place, and what was drafted of the version before is cancelled")
    void what_was_replaced_is_replaced_in_the_conditions() {
        Reply locked = locked(desk.fund(0, "100.00"), gone);
        site.waived(gone, locked.id());
        String call = await().atMost(LIMIT)
                .until(() -> tranche(locked.id()), now -> now.text("state").equals("CALL_DRAFTED"))
                .text("callId");

        superseded(locked.id());

        Reply amended = amended(locked.id());
        assertThat(named(amended)).containsExactly(other.toString());
        assertThat(amended.text("state")).isEqualTo("LOCKED");
        assertThat(amended.body().get("callId").isNull()).isTrue();
        Reply cancelled = service.get(CallDesk.AUDITOR, "/capital-calls/" + call);
        assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    }
}
