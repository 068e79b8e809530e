package tranche.commitments.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.store.SiteRows;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.Flow;
import tranche.values.actor.Role;
import tranche.values.country.Country;

/** What a fund puts into a project, over HTTP, with each refusal on the way. */
@DisplayName("§7.2: an investment")
class InvestmentTest {

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

    private static UUID project(UUID programme) {
        Site site =
                new Site(UUID.randomUUID(), new ProgrammeId(programme), Optional.empty(), new Country("US"), "US-AZ");
        return service.bean(Flow.class).writers().together(transaction -> {
            SiteRows.save(transaction.connection(), List.of(site));
            return site.project();
        });
    }

    /** A fund of one investor, of which so much was called and paid, and more came in that nobody can tell. */
    private static Fund paid(String amount) {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, today().plusDays(60), "INVESTMENT", amount);
        desk.received(fund, amount, call.body().at("/lines/0/reference").asText());
        desk.received(fund, "7.00", "for whom?");
        return fund;
    }

    private static String body(Fund fund, UUID project, String amount) {
        return "{'fundId': '" + fund.id() + "', 'projectId': '" + project + "', 'date': '" + today() + "', 'amount': "
                + usd(amount) + "}";
    }

    private static Map<String, String> balances(Fund fund) {
        Map<String, String> balances = new TreeMap<>();
        for (JsonNode item :
                service.get(AUDITOR, "/funds/" + fund.id() + "/balances").body().get("items")) {
            balances.put(item.get("account").asText(), item.at("/balance/value").asText());
        }
        return balances;
    }

    @Test
    void costs_the_fund_what_the_project_gets() {
        Fund fund = paid("40.00");
        UUID project = project(desk.programme());

        Reply made = desk.made(MANAGER, "/investments", body(fund, project, "25.00"));

        assertThat(made.text("projectId")).isEqualTo(project.toString());
        assertThat(made.body().at("/amount/value").asText()).isEqualTo("25.00");
        assertThat(balances(fund)).containsEntry("1200", "25.00").containsEntry("1000", "22.00");
        Reply list = service.get(AUDITOR, "/investments?fundId=" + fund.id());
        assertThat(list.body().at("/items/0")).isEqualTo(made.body());
        assertThat(service.get(AUDITOR, "/investments/" + made.id()).body()).isEqualTo(made.body());
        assertThat(service.get(AUDITOR, "/journal?fundId=" + fund.id())
                        .body()
                        .at("/items")
                        .findValuesAsText("type"))
                .contains("InvestmentMade");
    }

    @Test
    void spends_no_cent_more_than_the_fund_has_of_its_own() {
        Fund fund = paid("40.00");
        UUID project = project(desk.programme());
        desk.made(MANAGER, "/investments", body(fund, project, "30.00"));

        Reply beyond = desk.send(MANAGER, "/investments", body(fund, project, "10.01"));

        desk.refused(409, "exceeds-cash", beyond);
        assertThat(beyond.text("cash")).isEqualTo("10.00 USD");
        desk.made(MANAGER, "/investments", body(fund, project, "10.00"));
        desk.refused(409, "exceeds-cash", desk.send(MANAGER, "/investments", body(fund, project, "0.01")));
    }

    @Test
    void is_recorded_once_however_often_it_is_sent() {
        Fund fund = paid("40.00");
        String body = body(fund, project(desk.programme()), "1.00").replace('\'', '"');
        String key = UUID.randomUUID().toString();

        Reply first = service.post(MANAGER, "/investments", body, "Idempotency-Key", key);
        Reply again = service.post(MANAGER, "/investments", body, "Idempotency-Key", key);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(balances(fund)).containsEntry("1200", "1.00");
    }

    @Test
    void is_refused_for_what_it_says() {
        Fund fund = paid("40.00");
        UUID project = project(desk.programme());
        String body = body(fund, project, "1.00");

        desk.refused(400, "idempotency-key-required", service.post(MANAGER, "/investments", body.replace('\'', '"')));
        desk.refused(403, "forbidden", desk.send(APPROVER, "/investments", body));
        desk.refused(
                409,
                "effective-date-ahead",
                desk.send(
                        MANAGER,
                        "/investments",
                        body.replace(today().toString(), today().plusDays(2).toString())));
        desk.refused(422, "currency-not-the-funds", desk.send(MANAGER, "/investments", body.replace("USD", "EUR")));
        desk.refused(422, "validation", desk.send(MANAGER, "/investments", body.replace("1.00", "-1.00")));
        unknown(
                "/fundId",
                desk.send(MANAGER, "/investments", body.replace(fund.id().toString(), UUID.randomUUID() + "")));
        unknown("/projectId", desk.send(MANAGER, "/investments", body(fund, UUID.randomUUID(), "1.00")));
        unknown("/projectId", desk.send(MANAGER, "/investments", body(fund, project(UUID.randomUUID()), "1.00")));
        unknown("/trancheId", desk.send(MANAGER, "/investments", of(UUID.randomUUID(), body)));
    }

    private static void unknown(String pointer, Reply reply) {
        desk.refused(422, "validation", reply);
        assertThat(reply.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(reply.body().at("/errors/0/code").asText()).isEqualTo("unknown-reference");
    }

    private static String of(UUID tranche, String body) {
        return body.replace("'date'", "'trancheId': '" + tranche + "', 'date'");
    }

    private static Reply tranche(Fund fund, UUID project) {
        Reply draft = desk.made(
                MANAGER,
                "/tranches",
                "{'fundId': '" + fund.id() + "', 'projectId': '" + project + "', 'name': 'Shell', 'amount': "
                        + usd("20.00") + ", 'conditions': [{'type': 'DATE_REACHED', 'date': '" + today() + "'}]}");
        return desk.done(
                APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    @Test
    void is_of_a_tranche_that_is_released_and_of_the_same_project() {
        Fund fund = paid("40.00");
        UUID project = project(desk.programme());
        Reply tranche = tranche(fund, project);
        String body = of(tranche.id(), body(fund, project, "1.00"));
        desk.refused(409, "tranche-not-released", desk.send(MANAGER, "/investments", body));
        Reply call = service.get(AUDITOR, "/capital-calls/" + tranche.text("callId"));
        desk.approved(call);
        desk.done(MANAGER, "/capital-calls/" + call.id() + "/issue", "");

        unknown(
                "/trancheId",
                desk.send(MANAGER, "/investments", of(tranche.id(), body(fund, project(desk.programme()), "1.00"))));
        Reply made = desk.made(MANAGER, "/investments", body);

        assertThat(made.text("trancheId")).isEqualTo(tranche.id().toString());
    }

    @Test
    @DisplayName("§10: is told to the staff of its fund and to nobody else")
    void is_shown_to_staff_alone() {
        Fund fund = paid("40.00");
        Reply made = desk.made(MANAGER, "/investments", body(fund, project(desk.programme()), "1.00"));
        String place = "/investments/" + made.id();

        assertThat(service.get(CommitmentsProcess.anybody(Role.STAKEHOLDER), place)
                        .status())
                .isEqualTo(404);
        assertThat(service.get(CommitmentsProcess.anybody(Role.STAKEHOLDER), "/investments")
                        .body()
                        .get("items"))
                .isEmpty();
    }
}
