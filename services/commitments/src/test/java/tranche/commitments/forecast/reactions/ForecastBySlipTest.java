package tranche.commitments.forecast.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** From a milestone's slip on the topic to the forecast of each investor whom it concerns. */
@Tag("broker")
class ForecastBySlipTest {

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
        site.registered("US-AZ", "US");
        site.planned(milestone);
    }

    private Reply locked(CallDesk.Fund fund, String amount) {
        String body = "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd(amount)
                + ", 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + milestone + "'}]}";
        Reply draft = await().atMost(LIMIT)
                .until(() -> desk.send(CallDesk.MANAGER, "/tranches", body), reply -> reply.status() != 422);
        return desk.done(
                CallDesk.APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    private static List<JsonNode> rows(Actor who, String query) {
        List<JsonNode> rows = new ArrayList<>();
        Reply reply = service.get(who, "/forecasts?" + query);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        reply.body().get("items").forEach(rows::add);
        return rows;
    }

    private static JsonNode theRow(Actor who, String query, String change) {
        return await().atMost(LIMIT)
                .until(
                        () -> rows(who, query),
                        rows -> rows.size() == 1
                                && rows.getFirst().get("change").asText().equals(change))
                .getFirst();
    }

    private static Actor investor(UUID investor) {
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Access(List.of(new Grant(Role.INVESTOR, Scope.ofInvestor(investor)))));
    }

    private static LocalDate day(JsonNode row, String member) {
        return LocalDate.parse(row.get(member).asText());
    }

    @Test
    @DisplayName("D-34: a slip moves the forecast of everybody who is called, with the reason")
    void a_slip_moves_each_investors_forecast() {
        CallDesk.Fund fund = desk.fund(10, "300.00", "100.00");
        Reply tranche = locked(fund, "100.00");
        String ofFund = "fundId=" + fund.id();
        JsonNode first = theRow(CallDesk.AUDITOR, ofFund, "ADDED");
        assertThat(first.get("trancheId").asText()).isEqualTo(tranche.id().toString());
        assertThat(first.at("/amount/value").asText()).isEqualTo("100.00");
        assertThat(first.get("investorId").isNull()).isTrue();
        // It was planned a day after its baseline.
        assertThat(first.get("certainty").asText()).isEqualTo("AT_RISK");
        assertThat(first.get("waitsFor").asText()).isEqualTo(milestone.toString());

        site.slipped(milestone, UUID.randomUUID());

        JsonNode moved = theRow(CallDesk.AUDITOR, ofFund, "MOVED");
        assertThat(day(moved, "previousDue")).isEqualTo(day(first, "due"));
        assertThat(day(moved, "due")).isAfter(day(first, "due"));
        assertThat(moved.at("/cause/0/milestoneId").asText()).isEqualTo(milestone.toString());
        assertThat(moved.at("/cause/0/slipDays").asInt()).isEqualTo(40);
        assertThat(moved.at("/cause/0/reason").asText()).isEqualTo("The permit is late.");
        JsonNode shown =
                service.get(CallDesk.AUDITOR, "/tranches/" + tranche.id()).body();
        assertThat(shown.at("/forecast/due").asText())
                .isEqualTo(moved.get("due").asText());

        UUID first0 = fund.investors().getFirst();
        JsonNode own = theRow(investor(first0), ofFund, "MOVED");
        assertThat(own.get("investorId").asText()).isEqualTo(first0.toString());
        assertThat(own.at("/amount/value").asText()).isEqualTo("75.00");
        assertThat(rows(investor(first0), "investorId=" + fund.investors().getLast()))
                .isEmpty();
        assertThat(rows(CallDesk.AUDITOR, "investorId=" + fund.investors().getLast()))
                .hasSize(1);
    }

    @Test
    @DisplayName("D-34: what is verified is expected by its drafted call, and no longer once that is issued")
    void what_is_issued_is_no_longer_forecast() {
        CallDesk.Fund fund = desk.fund(0, "100.00");
        Reply tranche = locked(fund, "60.00");
        String ofFund = "fundId=" + fund.id();
        theRow(CallDesk.AUDITOR, ofFund, "ADDED");

        site.achieved(milestone, new Verifier(UUID.randomUUID(), UUID.randomUUID()));
        JsonNode unlocked = theRow(CallDesk.AUDITOR, ofFund, "MOVED");
        assertThat(unlocked.get("certainty").asText()).isEqualTo("UNLOCKED");
        assertThat(unlocked.get("waitsFor").isNull()).isTrue();
        String call = service.get(CallDesk.AUDITOR, "/tranches/" + tranche.id()).text("callId");
        Reply draft = service.get(CallDesk.AUDITOR, "/capital-calls/" + call);
        desk.done(
                CallDesk.APPROVER,
                "/capital-calls/" + call + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
        desk.done(CallDesk.MANAGER, "/capital-calls/" + call + "/issue", "");

        JsonNode gone = theRow(CallDesk.AUDITOR, ofFund, "REMOVED");
        assertThat(gone.get("due").isNull()).isTrue();
        assertThat(gone.get("certainty").asText()).isEqualTo("CALLED");
        assertThat(service.get(CallDesk.AUDITOR, "/tranches/" + tranche.id())
                        .body()
                        .get("forecast")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_list_of_nobody_or_after_nothing_is_refused() {
        desk.refused(422, "validation", service.get(CallDesk.AUDITOR, "/forecasts"));
        desk.refused(
                422,
                "validation",
                service.get(CallDesk.AUDITOR, "/forecasts?fundId=" + UUID.randomUUID() + "&after=x"));
        desk.refused(
                400,
                "as-of-not-supported",
                service.get(CallDesk.AUDITOR, "/forecasts?fundId=" + UUID.randomUUID() + "&asOf=2026-01-01"));
    }
}
