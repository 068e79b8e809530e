package tranche.commitments.forecast.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Forecasts as they are reckoned each hour, when no event has told anything. */
class HourlyForecastTest {

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A tranche that waits for a day. */
    private static void locked(CallDesk.Fund fund) {
        Reply draft = desk.made(
                CallDesk.MANAGER,
                "/tranches",
                "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd("60.00")
                        + ", 'conditions': [{'type': 'DATE_REACHED', 'date': '"
                        + CallDesk.today().plusDays(40) + "'}]}");
        desk.done(
                CallDesk.APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    private static List<JsonNode> rows(Actor who, String query) {
        Reply reply = service.get(who, "/forecasts?" + query);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        List<JsonNode> rows = new ArrayList<>();
        reply.body().get("items").forEach(rows::add);
        return rows;
    }

    @Test
    @DisplayName("D-34: what waits for a day is forecast within the hour, and told once")
    void what_no_event_tells_is_reckoned_and_told_once() throws Exception {
        CallDesk.Fund fund = desk.fund(0, "100.00");
        locked(fund);
        assertThat(rows(CallDesk.AUDITOR, "fundId=" + fund.id())).isEmpty();

        service.bean(HourlyForecastJob.class).work();
        List<JsonNode> told = rows(CallDesk.AUDITOR, "fundId=" + fund.id());
        service.bean(HourlyForecastJob.class).work();

        assertThat(told).singleElement().satisfies(row -> {
            assertThat(row.get("change").asText()).isEqualTo("ADDED");
            assertThat(row.at("/amount/value").asText()).isEqualTo("60.00");
        });
        assertThat(rows(CallDesk.AUDITOR, "fundId=" + fund.id())).isEqualTo(told);
    }

    @Test
    @DisplayName(
            "R11: who is staff of one fund and investor of another reads the whole of one and its own of the other")
    void who_is_both_reads_each_as_what_he_is_there() throws Exception {
        CallDesk.Fund managed = desk.fund(0, "100.00", "100.00");
        CallDesk.Fund invested = desk.fund(0, "100.00", "300.00");
        locked(managed);
        locked(invested);
        service.bean(HourlyForecastJob.class).work();
        UUID investor = invested.investors().getFirst();
        var both = new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Access(List.of(
                        new Grant(Role.FUND_MANAGER, Scope.ofFund(desk.programme(), managed.id())),
                        new Grant(Role.INVESTOR, Scope.ofInvestor(investor)))));

        assertThat(rows(both, "fundId=" + managed.id())).singleElement().satisfies(row -> {
            assertThat(row.get("investorId").isNull()).isTrue();
            assertThat(row.at("/amount/value").asText()).isEqualTo("60.00");
        });
        assertThat(rows(both, "fundId=" + invested.id())).singleElement().satisfies(row -> {
            assertThat(row.get("investorId").asText()).isEqualTo(investor.toString());
            assertThat(row.at("/amount/value").asText()).isEqualTo("15.00");
        });
    }
}
