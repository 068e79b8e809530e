package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.commitments.drawdown.jobs.RemindersJob;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What becomes of a call that is issued, and who sees it. */
@DisplayName("§2.2: an issued call")
class IssuedCallTest {

    @TempDir
    private static Path data;

    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new CallDesk(new CommitmentsProcess(data));
    }

    @AfterAll
    static void stop() {
        desk.service.close();
    }

    private static LocalDate soon() {
        return today().plusDays(60);
    }

    private static String reference(Reply call, int line) {
        return call.body().at("/lines/" + line + "/reference").asText();
    }

    private static List<String> amounts(Reply call) {
        List<String> amounts = new ArrayList<>();
        call.body()
                .get("lines")
                .forEach(line -> amounts.add(line.at("/amount/value").asText()));
        return amounts;
    }

    @Test
    void is_overdue_once_after_the_end_of_its_due_date_and_paid_all_the_same() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply issued = desk.issued(fund, today(), "INVESTMENT", "20.00");
        desk.minutePasses();
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("ISSUED");
        desk.received(fund, "10.00", reference(issued, 0));

        desk.turn(issued.id(), today().minusDays(1));
        desk.minutePasses();
        Reply overdue = desk.call(issued.id());
        desk.minutePasses();

        assertThat(overdue.text("state")).isEqualTo("OVERDUE");
        assertThat(overdue.body().at("/lines/0/state").asText()).isEqualTo("PAID");
        assertThat(overdue.body().at("/lines/1/state").asText()).isEqualTo("OVERDUE");
        assertThat(desk.call(issued.id()).text("version")).isEqualTo(overdue.text("version"));
        desk.received(fund, "10.00", reference(issued, 1));
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("PAID");
    }

    private static long reminders(Reply call) {
        return desk.service
                .get(CallDesk.AUDITOR, "/audit/events?type=CallLineDueSoon&aggregateId=" + call.id())
                .body()
                .get("items")
                .size();
    }

    @Test
    @DisplayName("N-1, CC-04: reminds each investor who has not paid before its day, once for each threshold")
    void reminds_of_what_is_unpaid_before_its_day() throws InterruptedException {
        RemindersJob job = desk.service.bean(RemindersJob.class);
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply issued = desk.issued(fund, today(), "INVESTMENT", "20.00");
        desk.received(fund, "10.00", reference(issued, 0));
        job.work();
        assertThat(reminders(issued)).as("on the day on which it was told").isZero();

        desk.age(issued.id());
        job.work();
        job.work();

        assertThat(reminders(issued)).isEqualTo(1);
        assertThat(desk.call(issued.id()).body().at("/lines/1/state").asText()).isEqualTo("ISSUED");
    }

    private static JsonNode told(Reply call, String type) {
        return desk.service
                .get(CallDesk.AUDITOR, "/audit/events?type=" + type + "&aggregateId=" + call.id())
                .body()
                .at("/items/0/data");
    }

    @Test
    @DisplayName(
            "domain §9.2: tells its investors what it is for, what is left of what they committed, and why it is taken back")
    void tells_what_its_investors_need_to_know() {
        Fund fund = desk.fund(0, "100.00");
        Reply issued = desk.issued(fund, soon(), "INVESTMENT", "30.00");
        JsonNode line = told(issued, "CallLineIssued");

        assertThat(line.get("purpose").asText()).isEqualTo("Fab 1");
        assertThat(new BigDecimal(line.at("/uncalledAfter/value").asText())).isEqualByComparingTo("70.00");
        assertThat(line.get("milestoneIds")).isEmpty();
        assertThat(line.path("fingerprint").isTextual())
                .as("no account holds yet")
                .isFalse();
        assertThat(line.get("callReference").asText()).isEqualTo(issued.text("reference"));
        desk.received(fund, "30.00", reference(issued, 0));
        assertThat(told(issued, "CallLinePaid").get("valueDate").asText()).isEqualTo(today().toString());
        desk.confirmed(CallDesk.MANAGER, "/capital-calls/" + issued.id() + "/reversal", "{'reason': 'wrong project'}");
        assertThat(told(issued, "CallLineReversed").get("reason").asText()).isEqualTo("wrong project");
        assertThat(told(issued, "CallLineReversed").get("reference"))
                .isEqualTo(line.get("reference"))
                .isNotEqualTo(told(issued, "CapitalCallReversed").get("reference"));
        Reply dropped = desk.drafted(fund, soon(), "INVESTMENT", "5.00");
        desk.done(CallDesk.MANAGER, "/capital-calls/" + dropped.id() + "/cancellation", "{'reason': 'too early'}");
        assertThat(new BigDecimal(
                        told(dropped, "CapitalCallCancelled").at("/total/value").asText()))
                .isEqualByComparingTo("5.00");
    }

    @Test
    @DisplayName("D-3: is taken back by two persons, and what had come in is held for its investors")
    void is_reversed_by_two_persons() {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Map<String, String> before = desk.balances(fund);
        Reply issued = desk.issued(fund, soon(), "INVESTMENT", "30.00");
        Reply receipt = desk.received(fund, amounts(issued).get(0), reference(issued, 0));
        String command = "/capital-calls/" + issued.id() + "/reversal";
        Actor both = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.DEPLOYMENT);
        Reply proposed = desk.send(both, command, "{'reason': 'wrong project'}");
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        Actor bothToo = new Actor(both.account(), both.person(), APPROVER.access());
        desk.refused(
                403,
                "four-eyes",
                desk.send(
                        bothToo,
                        "/approvals/" + proposed.text("approvalId") + "/approval",
                        "{'contentHash': '" + proposed.text("contentHash") + "'}"));
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("PART_PAID");

        desk.done(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}");

        assertThat(desk.call(issued.id()).text("state")).isEqualTo("REVERSED");
        assertThat(desk.commitment(fund, 0).at("/called/value").asText()).isEqualTo("0.00");
        assertThat(desk.commitment(fund, 0).at("/paid/value").asText()).isEqualTo("0.00");
        Reply held = desk.service.get(AUDITOR, "/receipts/" + receipt.id());
        assertThat(held.text("state")).isEqualTo("OVERPAID");
        String amount = held.body().at("/held/0/amount/value").asText();
        assertThat(desk.balances(fund))
                .containsAllEntriesOf(before)
                .containsEntry("2060", "-" + amount)
                .hasSize(4);
        desk.refused(409, "invalid-state", desk.send(MANAGER, command, "{'reason': 'again'}"));
    }

    @Test
    @DisplayName("R11: an investor sees issued calls that call it, with its own lines and no others")
    void shows_an_investor_its_own_lines() {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "30.00");
        Reply issued = desk.issued(fund, soon(), "INVESTMENT", "30.00");
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));
        Actor stranger = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()));

        Reply seen = desk.service.get(investor, "/capital-calls/" + issued.id());

        assertThat(amounts(seen)).containsExactly("20.00");
        assertThat(desk.service.get(investor, "/capital-calls/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(desk.service.get(stranger, "/capital-calls/" + issued.id()).status())
                .isEqualTo(404);
        JsonNode list = desk.service
                .get(investor, "/capital-calls?fundId=" + fund.id())
                .body()
                .get("items");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("lines")).hasSize(1);
        desk.refused(
                403,
                "forbidden",
                desk.send(investor, "/capital-calls/" + issued.id() + "/reversal", "{'reason': 'no'}"));
        Reply receipt = desk.received(fund, "20.00", reference(issued, 0));
        assertThat(desk.service.get(investor, "/receipts/" + receipt.id()).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("R11: nothing that an investor sees of a call tells what others have paid or have left")
    void shows_an_investor_nothing_from_which_other_lines_follow() {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply issued = desk.issued(fund, soon(), "INVESTMENT", "30.00");
        String place = "/capital-calls/" + issued.id();
        for (JsonNode line : issued.body().get("lines")) {
            desk.received(
                    fund,
                    line.at("/amount/value").asText(),
                    line.get("reference").asText());
        }
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));

        Reply seen = desk.service.get(investor, place);

        assertThat(seen.body().at("/paid/value").asText()).isEqualTo("20.00");
        assertThat(seen.body().get("lineCount").isNull()).isTrue();
        assertThat(seen.body().at("/lines/0/components/0/reckoning").isNull()).isTrue();
        assertThat(desk.service
                        .get(investor, "/capital-calls?fundId=" + fund.id(), "Accept", "text/csv")
                        .raw()
                        .body())
                .contains("20.00")
                .doesNotContain("30.00,30.00");
        assertThat(desk.call(issued.id()).body().at("/paid/value").asText()).isEqualTo("30.00");
        assertThat(desk.call(issued.id()).body().get("lineCount").asInt()).isEqualTo(2);
    }

    @Test
    void is_read_as_it_was_known_and_exported() {
        Fund fund = desk.fund(0, "100.00");
        Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "10.00");
        desk.done(MANAGER, "/capital-calls/" + desk.approved(draft).id() + "/issue", "");

        Reply then = desk.service.get(AUDITOR, "/capital-calls/" + draft.id() + "?knownAt=" + draft.text("recordedAt"));

        assertThat(then.text("state")).isEqualTo("DRAFT");
        assertThat(then.body().at("/lines/0/state").asText()).isEqualTo("DRAFT");
        assertThat(desk.service
                        .get(AUDITOR, "/capital-calls?fundId=" + fund.id() + "&knownAt=" + draft.text("recordedAt"))
                        .body()
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("DRAFT");
        assertThat(desk.service
                        .get(AUDITOR, "/capital-calls/" + draft.id() + "?asOf=2000-01-01")
                        .status())
                .isEqualTo(404);
        assertThat(desk.service
                        .get(AUDITOR, "/capital-calls?fundId=" + fund.id(), "Accept", "text/csv")
                        .raw()
                        .body()
                        .lines())
                .hasSize(2);
    }
}
