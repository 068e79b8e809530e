package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.callBody;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** The life of a call over HTTP, with each refusal on the way. */
@DisplayName("§2.2: a capital call")
class CallLifeTest {

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
    void goes_from_draft_to_paid_by_exact_references_and_is_booked() {
        Fund fund = desk.fund(10, "200.00", "100.00");

        Reply drafted = desk.drafted(fund, soon(), "INVESTMENT", "30.00", "FEE", "0.01");
        assertThat(drafted.text("state")).isEqualTo("DRAFT");
        assertThat(drafted.body().at("/total/value").asText()).isEqualTo("30.01");
        assertThat(amounts(drafted)).containsExactlyInAnyOrder("20.01", "10.00");
        assertThat(drafted.body().at("/lines/0/open/value").asText()).isEqualTo("0.00");
        JsonNode reckoning = drafted.body().at("/lines/0/components/0/reckoning");
        assertThat(reckoning.get("total").asText()).isEqualTo("3000");
        assertThat(reckoning.get("weights").asText()).isEqualTo("30000");

        Reply issued =
                desk.done(MANAGER, "/capital-calls/" + desk.approved(drafted).id() + "/issue", "");
        assertThat(issued.text("state")).isEqualTo("ISSUED");
        assertThat(desk.commitment(fund, 0).at("/called/value").asText()).isEqualTo("20.01");
        assertThat(desk.commitment(fund, 0).at("/uncalled/value").asText()).isEqualTo("179.99");
        assertThat(desk.balances(fund))
                .isEqualTo(
                        Map.of("1100", "30.01", "3000", "-30.01", "C10", "-300.00", "C20", "269.99", "C30", "30.01"));

        String printed = reference(issued, 0).replaceAll("(.{4})", "$1 ");
        Reply first = desk.received(fund, amounts(issued).get(0), "Capital call " + printed);
        assertThat(first.text("state")).isEqualTo("MATCHED");
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("PART_PAID");
        assertThat(desk.received(fund, amounts(issued).get(1), reference(issued, 1))
                        .text("state"))
                .isEqualTo("MATCHED");

        Reply paid = desk.call(issued.id());
        assertThat(paid.text("state")).isEqualTo("PAID");
        assertThat(paid.body().at("/lines/0/state").asText()).isEqualTo("PAID");
        assertThat(desk.commitment(fund, 0).at("/paid/value").asText()).isEqualTo("20.01");
        assertThat(desk.balances(fund))
                .isEqualTo(
                        Map.of("1000", "30.01", "3000", "-30.01", "C10", "-300.00", "C20", "269.99", "C40", "30.01"));
    }

    @Test
    @DisplayName("D-20: shares by largest remainder, shows why, and calls nobody beyond what is uncalled")
    void shares_up_to_what_is_uncalled() {
        Fund fund = desk.fund(0, "10.00", "10.00", "100.00");
        desk.issued(fund, soon(), "INVESTMENT", "96.00");

        Reply next = desk.drafted(fund, soon(), "INVESTMENT", "23.00", "EXPENSE", "1.00");

        assertThat(amounts(next)).containsExactlyInAnyOrder("2.00", "2.00", "20.00");
        desk.refused(
                409,
                "insufficient-uncalled",
                desk.send(MANAGER, "/capital-calls", callBody(fund.id(), soon(), "INVESTMENT", "24.01")));
    }

    @Test
    @DisplayName("§2.1: after a fund's first call no position is taken on any more, before it one may be")
    void is_the_end_of_taking_positions_on() {
        Fund fund = desk.fund(0, "100.00");
        Reply position = desk.made(MANAGER, "/commitments/take-on", takeOn(fund, "50.00"));
        Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "10.00");
        desk.made(MANAGER, "/commitments/take-on", takeOn(fund, "1.00"));
        desk.done(MANAGER, "/capital-calls/" + desk.approved(draft).id() + "/issue", "");

        desk.refused(409, "fund-has-called", desk.send(MANAGER, "/commitments/take-on", takeOn(fund, "60.00")));
        desk.refused(
                409,
                "fund-has-called",
                desk.send(
                        APPROVER,
                        "/commitments/" + position.id() + "/take-on-approval",
                        "{'contentHash': '" + position.text("contentHash") + "'}"));
    }

    private static String takeOn(Fund fund, String amount) {
        return "{'fundId': '" + fund.id() + "', 'investorId': '"
                + fund.investors().getFirst() + "', 'amount': " + CallDesk.usd(amount) + ", 'asOf': '"
                + CallDesk.today() + "', 'source': 'the books before'}";
    }

    @Test
    @DisplayName("D-20: is shown before it is drafted as it then is, to the last unit, and nothing is kept of that")
    void is_shown_before_it_is_drafted() {
        Fund fund = desk.fund(0, "100.00", "50.00", "33.33");
        String body = callBody(fund.id(), LocalDate.parse("2027-01-17"), "INVESTMENT", "100.00", "FEE", "0.01");
        String wanted = body.replace("'purpose': 'Fab 1', ", "");
        long told = desk.eventsOf(fund.id());

        Reply shown = desk.done(MANAGER, "/capital-calls/preview", wanted);
        assertThat(shown.text("businessDay"))
                .as("a Sunday before Martin Luther King's day")
                .isEqualTo("2027-01-19");
        assertThat(shown.text("earliest")).isEqualTo(today().toString());
        assertThat(desk.eventsOf(fund.id())).isEqualTo(told);
        Reply drafted = desk.made(MANAGER, "/capital-calls", body);
        assertThat(byCommitment(shown)).isEqualTo(byCommitment(drafted)).hasSize(3);
        assertThat(shown.body().at("/lines/0/uncalledAfter/value").asText()).isNotEmpty();

        Reply edit = desk.done(
                MANAGER,
                "/capital-calls/preview",
                wanted.replace("100.00", "150.00").replaceFirst("\\{", "{'callId': '" + drafted.id() + "', "));
        assertThat(edit.body().at("/total/value").asText()).isEqualTo("150.01");
        assertThat(desk.call(drafted.id()).body().at("/total/value").asText()).isEqualTo("100.01");
    }

    private static Map<String, String> byCommitment(Reply call) {
        Map<String, String> amounts = new TreeMap<>();
        call.body()
                .get("lines")
                .forEach(line -> amounts.put(
                        line.get("commitmentId").asText(),
                        line.at("/amount/value").asText()));
        return amounts;
    }

    @Test
    void is_drafted_by_managers_alone_and_who_is_none_is_told_so_first() {
        Fund fund = desk.fund(0, "100.00");
        Actor stakeholder = CommitmentsProcess.anybody(Role.STAKEHOLDER);
        String call = callBody(fund.id(), soon(), "INVESTMENT", "10.00");

        desk.refused(403, "forbidden", desk.send(stakeholder, "/capital-calls", call));
        desk.refused(
                403, "forbidden", desk.send(stakeholder, "/receipts", CallDesk.receiptBody(fund, "E", "1.00", "")));
        desk.refused(
                422,
                "validation",
                desk.send(
                        MANAGER,
                        "/capital-calls",
                        call.replace(fund.id().toString(), UUID.randomUUID().toString())));
    }

    @Test
    void whose_draft_leaves_somebody_out_is_edited_and_cancelled_all_the_same() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        String place = "/capital-calls/"
                + desk.drafted(fund, soon(), "INVESTMENT", "10.00").id();
        String oneCent = "{'components': [{'type': 'INVESTMENT', 'amount': " + CallDesk.usd("0.01") + "}]";

        assertThat(amounts(edited(place, oneCent + "}"))).containsExactly("0.01");
        assertThat(amounts(edited(place, oneCent + ", 'purpose': 'Fab 2'}"))).containsExactly("0.01");
        Reply cancelled = desk.done(MANAGER, place + "/cancellation", "{'reason': 'not needed'}");

        assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.body().at("/lines/0/state").asText()).isEqualTo("CANCELLED");
    }

    private static Reply edited(String place, String body) {
        Reply edited = desk.service.send(MANAGER, "PATCH", place, body.replace('\'', '"'));
        assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);
        return edited;
    }

    @Test
    @DisplayName(
            "D-1, D-6: neither maker nor editor approves, an edit voids an approval, and who approved does not issue")
    void needs_other_eyes() {
        Fund fund = desk.fund(0, "100.00");
        Actor editor = CommitmentsProcess.anybody(Role.FUND_MANAGER);
        Actor editorToo = new Actor(editor.account(), editor.person(), APPROVER.access());
        Actor makerToo = new Actor(MANAGER.account(), MANAGER.person(), APPROVER.access());
        Actor approverToo = new Actor(APPROVER.account(), APPROVER.person(), MANAGER.access());
        Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "10.00");
        String place = "/capital-calls/" + draft.id();
        String first = "{'contentHash': '" + draft.text("contentHash") + "'}";
        desk.refused(403, "four-eyes", desk.send(makerToo, place + "/approval", first));
        desk.refused(403, "forbidden", desk.send(AUDITOR, place + "/approval", first));

        Reply edited = desk.service.send(
                editor,
                "PATCH",
                place,
                "{'components': [{'type': 'FEE', 'amount': ".replace('\'', '"')
                        + usd("12.00").replace('\'', '"') + "}]}");
        assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);
        assertThat(amounts(edited)).containsExactly("12.00");
        assertThat(edited.body().at("/lines/0/id")).isEqualTo(draft.body().at("/lines/0/id"));
        desk.refused(409, "content-changed", desk.send(APPROVER, place + "/approval", first));
        String second = "{'contentHash': '" + edited.text("contentHash") + "'}";
        desk.refused(403, "four-eyes", desk.send(editorToo, place + "/approval", second));
        desk.done(APPROVER, place + "/approval", second);

        desk.refused(409, "invalid-state", desk.service.send(MANAGER, "PATCH", place, "{}"));
        desk.refused(403, "four-eyes", desk.send(approverToo, place + "/issue", ""));
        Reply reopened = desk.done(MANAGER, place + "/reopen", "{'reason': 'another day'}");
        assertThat(reopened.text("state")).isEqualTo("DRAFT");
        desk.refused(409, "invalid-state", desk.send(MANAGER, place + "/issue", ""));
        assertThat(desk.done(APPROVER, place + "/return", "{'reason': 'look again'}")
                        .text("reason"))
                .isEqualTo("look again");
        Reply cancelled = desk.done(MANAGER, place + "/cancellation", "{'reason': 'no need'}");
        assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
        assertThat(cancelled.body().get("allowed")).isEmpty();
        assertThat(cancelled.body().at("/lines/0/state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("D-6: tells its fund's staff, and nobody else, what the last edit changed, whatever happened since")
    void tells_what_the_last_edit_changed() {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "30.00");
        String place = "/capital-calls/" + draft.id();
        JsonNode never = desk.service.get(AUDITOR, place + "/changes").body();
        assertThat(never.get("since").isNull()).isTrue();
        assertThat(never.get("lines")).isEmpty();

        edited(place, "{'dueDate': '" + soon().plusDays(1) + "', 'purpose': 'Fab 2'}");
        edited(place, "{'components': [{'type': 'INVESTMENT', 'amount': " + usd("36.00") + "}]}");
        desk.done(APPROVER, place + "/return", "{'reason': 'look again'}");
        edited(place, "{}");

        JsonNode changes = desk.service.get(AUDITOR, place + "/changes").body();
        assertThat(changes.at("/version").asInt()).isEqualTo(5);
        assertThat(changes.at("/since/version").asInt()).isEqualTo(2);
        assertThat(changes.get("dueDate").isNull()).isTrue();
        assertThat(changes.at("/total/was/value").asText()).isEqualTo("30.00");
        assertThat(changes.at("/total/is/value").asText()).isEqualTo("36.00");
        assertThat(changes.at("/components/0/is/value").asText()).isEqualTo("36.00");
        assertThat(changes.get("lines"))
                .extracting(line -> line.at("/was/value").asText() + " "
                        + line.at("/is/value").asText())
                .containsExactlyInAnyOrder("20.00 24.00", "10.00 12.00");

        Reply issued = desk.done(
                MANAGER,
                "/capital-calls/" + desk.approved(desk.call(draft.id())).id() + "/issue",
                "");
        assertThat(desk.service.get(AUDITOR, place + "/changes").body().get("lines"))
                .hasSize(2);
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));
        assertThat(desk.service.get(investor, place).body().get("checks").isNull())
                .isTrue();
        desk.refused(403, "forbidden", desk.service.get(investor, place + "/changes"));
        assertThat(issued.body().get("checks").isNull()).isTrue();
    }

    @Test
    @DisplayName("§2.2: shows what its next step is refused for before it is tried")
    void shows_what_its_next_step_is_refused_for() {
        Fund fund = desk.fund(10, "100.00");
        LocalDate earliest = FundCalendar.US.businessDays().add(today(), 10);
        Reply draft = desk.drafted(fund, earliest.minusDays(1), "INVESTMENT", "60.00");
        Actor makerToo = new Actor(MANAGER.account(), MANAGER.person(), APPROVER.access());

        assertThat(outcomes(APPROVER, draft.id()))
                .isEqualTo(Map.of("UNCALLED", "PASS", "NOTICE", "WARNING", "FOUR_EYES", "PASS"));
        assertThat(outcomes(makerToo, draft.id())).containsEntry("FOUR_EYES", "STOP");
        assertThat(outcomes(AUDITOR, draft.id())).doesNotContainKey("FOUR_EYES");

        desk.approved(draft);
        desk.issued(fund, earliest, "INVESTMENT", "40.01");
        assertThat(outcomes(MANAGER, draft.id()))
                .isEqualTo(Map.of("UNCALLED", "STOP", "NOTICE", "STOP", "FOUR_EYES", "PASS"));
        JsonNode notice =
                desk.service.get(MANAGER, "/capital-calls/" + draft.id()).body().at("/checks/1");
        assertThat(notice.get("problem").asText()).isEqualTo("notice-too-short");
        assertThat(notice.get("earliest").asText()).isEqualTo(earliest.toString());
        assertThat(notice.get("businessDays").asInt()).isEqualTo(10);
    }

    private static Map<String, String> outcomes(Actor reader, UUID call) {
        Map<String, String> outcomes = new TreeMap<>();
        desk.service
                .get(reader, "/capital-calls/" + call)
                .body()
                .get("checks")
                .forEach(check -> outcomes.put(
                        check.get("code").asText(), check.get("outcome").asText()));
        return outcomes;
    }

    @Test
    @DisplayName("a list's page ends early, and says where to go on, before its calls have more lines than it may hold")
    void a_page_of_calls_is_bounded_by_lines() {
        Fund fund = desk.fund(0, "100.00");
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(desk.issued(fund, soon(), "INVESTMENT", "10.00").id().toString());
        }
        String list = "/capital-calls?limit=3&fundId=" + fund.id();
        assertThat(ids(desk.service.get(AUDITOR, list))).isEqualTo(calls);

        desk.change("update capital_call set lines = 19999 where call_id = '" + calls.get(1) + "'");
        Reply first = desk.service.get(AUDITOR, list);
        assertThat(ids(first)).isEqualTo(calls.subList(0, 2));
        Reply second = desk.service.get(AUDITOR, list + "&after=" + first.text("next"));
        assertThat(ids(second)).isEqualTo(calls.subList(2, 3));
        assertThat(second.body().get("next").isNull()).isTrue();
        Reply file = desk.service.get(AUDITOR, list, "Accept", "text/csv");
        assertThat(file.raw().body().lines()).hasSize(3);
        assertThat(file.header("Link")).contains("after=" + first.text("next"));

        desk.change("update capital_call set lines = 20001 where call_id = '" + calls.get(1) + "'");
        assertThat(ids(desk.service.get(AUDITOR, list))).isEqualTo(calls.subList(0, 1));
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));
        assertThat(ids(desk.service.get(investor, list)))
                .as("whose own lines are few, and who learns of no others")
                .isEqualTo(calls);
    }

    private static List<String> ids(Reply list) {
        List<String> ids = new ArrayList<>();
        list.body().get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    @Test
    void gives_the_notice_of_the_terms_and_not_a_day_less() {
        Fund fund = desk.fund(10, "100.00");
        LocalDate earliest = FundCalendar.US.businessDays().add(today(), 10);
        Reply late = desk.approved(desk.drafted(fund, earliest.minusDays(1), "INVESTMENT", "10.00"));

        Reply refused = desk.send(MANAGER, "/capital-calls/" + late.id() + "/issue", "");

        desk.refused(409, "notice-too-short", refused);
        assertThat(refused.text("earliest")).isEqualTo(earliest.toString());
        assertThat(desk.issued(fund, earliest, "INVESTMENT", "10.00").text("state"))
                .isEqualTo("ISSUED");
    }

    @Test
    void does_not_issue_what_another_call_has_taken_since() {
        Fund fund = desk.fund(0, "100.00");
        Reply one = desk.approved(desk.drafted(fund, soon(), "INVESTMENT", "60.00"));
        Reply other = desk.approved(desk.drafted(fund, soon(), "INVESTMENT", "41.00"));
        desk.done(MANAGER, "/capital-calls/" + one.id() + "/issue", "");

        desk.refused(409, "insufficient-uncalled", desk.send(MANAGER, "/capital-calls/" + other.id() + "/issue", ""));
    }

    @Test
    void is_refused_where_nobody_is_closed_or_the_currency_is_not_the_funds() {
        desk.refused(
                409,
                "nobody-to-call",
                desk.send(MANAGER, "/capital-calls", callBody(desk.fund(0).id(), soon(), "INVESTMENT", "1.00")));
        String body = callBody(desk.fund(0, "10.00").id(), soon(), "INVESTMENT", "1.00");
        desk.refused(422, "currency-not-the-funds", desk.send(MANAGER, "/capital-calls", body.replace("USD", "EUR")));
        desk.refused(422, "validation", desk.send(MANAGER, "/capital-calls", body.replace("1.00", "0.00")));
        desk.refused(
                422,
                "validation",
                desk.send(MANAGER, "/capital-calls", callBody(UUID.randomUUID(), soon(), "INVESTMENT", "1.00")));
    }

    @Test
    void gives_each_line_a_reference_of_its_own() {
        Fund fund = desk.fund(0, "100.00", "100.00", "100.00");
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            Reply draft = desk.drafted(fund, soon(), "INVESTMENT", "30.00");
            references.add(draft.text("reference"));
            draft.body()
                    .get("lines")
                    .forEach(line -> references.add(line.get("reference").asText()));
        }

        assertThat(references).hasSize(8).allMatch(text -> text.matches("RF\\d\\dTR[0-9A-HJKMNP-TV-Z]{8}"));
    }

    @Test
    void asks_for_a_key_where_money_moves_and_answers_a_repeated_issue_once() {
        Fund fund = desk.fund(0, "100.00");
        Reply approved = desk.approved(desk.drafted(fund, soon(), "INVESTMENT", "10.00"));
        String issue = "/capital-calls/" + approved.id() + "/issue";

        desk.refused(400, "idempotency-key-required", desk.service.post(MANAGER, issue, ""));
        Reply first = desk.service.post(MANAGER, issue, "", "Idempotency-Key", "issue");
        Reply again = desk.service.post(MANAGER, issue, "", "Idempotency-Key", "issue");

        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(desk.commitment(fund, 0).at("/called/value").asText()).isEqualTo("10.00");
    }
}
