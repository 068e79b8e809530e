package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.receiptBody;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What becomes of money that comes in, over HTTP, with each refusal on the way. */
@DisplayName("§2.3: a receipt")
class ReceiptLifeTest {

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

    private static String line(Reply call, int place) {
        return call.body().at("/lines/" + place + "/id").asText();
    }

    private static String reference(Reply call, int place) {
        return call.body().at("/lines/" + place + "/reference").asText();
    }

    private static String matches(String... parts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append(i == 0 ? "" : ", ")
                    .append("{'callLineId': '" + parts[i] + "', 'amount': " + usd(parts[i + 1]) + "}");
        }
        return "{'matches': [" + body + "]}";
    }

    @Test
    @DisplayName("D-4: matches by itself only by an exact reference and the exact open amount")
    void matches_itself_to_the_letter_only() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        String exact = reference(call, 0);
        String wrongDigits = exact.substring(0, 2) + (exact.charAt(2) == '0' ? '1' : '0') + exact.substring(3);

        assertThat(desk.received(fund, "9.99", exact).text("state")).isEqualTo("UNMATCHED");
        assertThat(desk.received(fund, "10.00", wrongDigits).text("state")).isEqualTo("UNMATCHED");
        assertThat(desk.received(fund, "10.00", exact + " " + reference(call, 1))
                        .text("state"))
                .as("two lines are named")
                .isEqualTo("UNMATCHED");
        assertThat(desk.received(fund, "10.00", "").text("state")).isEqualTo("UNMATCHED");
        assertThat(desk.received(fund, "10.00", "for " + exact.toLowerCase(Locale.ROOT))
                        .text("state"))
                .isEqualTo("MATCHED");
        assertThat(desk.received(fund, "10.00", exact).text("state"))
                .as("the line is settled")
                .isEqualTo("UNMATCHED");
    }

    private static List<String> proposals(JsonNode receipt) {
        List<String> proposals = new ArrayList<>();
        receipt.get("proposals")
                .forEach(one -> proposals.add(one.get("rule").asText() + " "
                        + one.get("callLineId").asText() + " "
                        + one.at("/amount/value").asText()));
        return proposals;
    }

    private static List<String> proposals(Reply receipt) {
        return proposals(desk.service.get(AUDITOR, "/receipts/" + receipt.id()).body());
    }

    /** The line of one of the fund's investors. */
    private static JsonNode lineOf(Fund fund, int investor, Reply call) {
        for (JsonNode line : call.body().get("lines")) {
            if (line.get("investorId")
                    .asText()
                    .equals(fund.investors().get(investor).toString())) {
                return line;
            }
        }
        throw new AssertionError("no line of the investor");
    }

    @Test
    void is_listed_by_the_call_that_it_pays_and_the_newest_first() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        Reply another = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        Reply first = desk.received(fund, "10.00", reference(call, 0));
        Reply second = desk.received(fund, "10.00", reference(another, 0));
        Reply third = desk.received(fund, "10.00", reference(call, 1));

        String list = "/receipts?fundId=" + fund.id();
        assertThat(ids(list + "&newestFirst=true")).containsExactly(third.id(), second.id(), first.id());
        assertThat(ids(list + "&callId=" + call.id())).containsExactly(first.id(), third.id());
        assertThat(ids(list + "&newestFirst=true&callId=" + another.id())).containsExactly(second.id());
        Reply page = desk.service.get(AUDITOR, list + "&newestFirst=true&limit=1");
        assertThat(ids(list + "&newestFirst=true&limit=1&after=" + page.text("next")))
                .containsExactly(second.id());
    }

    private static List<UUID> ids(String list) {
        List<UUID> ids = new ArrayList<>();
        desk.service
                .get(AUDITOR, list)
                .body()
                .get("items")
                .forEach(one -> ids.add(UUID.fromString(one.get("id").asText())));
        return ids;
    }

    @Test
    @DisplayName(
            "D-4: a reference whose amount differs is proposed, up to what is open and to what came, and not matched")
    void is_proposed_for_the_lines_that_are_named() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        Reply elsewhere = desk.issued(desk.fund(0, "100.00"), soon(), "INVESTMENT", "20.00");
        String first = line(call, 0);

        Reply less = desk.received(fund, "9.99", reference(call, 0));
        Reply more = desk.received(fund, "12.00", reference(call, 0));
        Reply both = desk.received(fund, "15.00", reference(call, 1) + " and " + reference(call, 0));
        Reply others = desk.received(fund, "20.00", reference(elsewhere, 0));
        long told = desk.eventsOf(fund.id());

        assertThat(less.body().get("proposals").isNull())
                .as("kept under its key")
                .isTrue();
        assertThat(proposals(less)).containsExactly("REFERENCE " + first + " 9.99");
        JsonNode proposed =
                desk.service.get(AUDITOR, "/receipts/" + less.id()).body().at("/proposals/0");
        assertThat(proposed.get("reference").asText()).isEqualTo(reference(call, 0));
        assertThat(proposed.at("/open/value").asText()).isEqualTo("10.00");
        assertThat(proposals(more)).containsExactly("REFERENCE " + first + " 10.00");
        assertThat(proposals(both))
                .containsExactly("REFERENCE " + line(call, 1) + " 10.00", "REFERENCE " + first + " 5.00");
        assertThat(proposals(others)).as("a line of another fund").isEmpty();
        Reply list = desk.service.get(AUDITOR, "/receipts?fundId=" + fund.id() + "&state=UNMATCHED");
        assertThat(list.body().get("items"))
                .extracting(item -> proposals(item).size())
                .containsExactly(1, 1, 2, 0);
        assertThat(desk.service
                        .get(AUDITOR, "/receipts/" + less.id() + "?asOf=" + today())
                        .body()
                        .get("proposals")
                        .isNull())
                .isTrue();
        assertThat(desk.eventsOf(fund.id())).isEqualTo(told);
        assertThat(desk.call(call.id()).text("state")).isEqualTo("ISSUED");

        desk.done(MANAGER, "/receipts/" + less.id() + "/match", matches(first, "9.99"));
        assertThat(proposals(less)).isEmpty();
        assertThat(proposals(more)).containsExactly("REFERENCE " + first + " 0.01");
        desk.received(fund, "0.01", reference(call, 0));
        assertThat(proposals(more)).as("the line is settled").isEmpty();
    }

    @Test
    @DisplayName(
            "D-4: from an account that is known for one investor, its one open line of that very amount is proposed")
    void is_proposed_for_the_one_line_of_a_known_account() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        assertThat(proposals(desk.received(fund, "10.00", "")))
                .as("nobody has paid yet")
                .isEmpty();
        Reply known = desk.received(
                fund, "10.00", lineOf(fund, 0, call).get("reference").asText());
        assertThat(known.text("state")).isEqualTo("MATCHED");

        Reply silent = desk.received(fund, "7.00", "no reference");
        assertThat(proposals(silent)).as("no open line").isEmpty();
        Reply next = desk.issued(fund, soon(), "INVESTMENT", "14.00");
        String open = lineOf(fund, 0, next).get("id").asText();
        assertThat(proposals(silent)).containsExactly("DEBTOR " + open + " 7.00");
        assertThat(proposals(desk.received(fund, "6.99", ""))).isEmpty();
        assertThat(proposals(desk.received(
                        fund, "6.99", lineOf(fund, 1, call).get("reference").asText())))
                .as("what the payer wrote comes first")
                .containsExactly("REFERENCE " + lineOf(fund, 1, call).get("id").asText() + " 6.99");
        Fund another = desk.fund(0, "100.00");
        desk.issued(another, soon(), "INVESTMENT", "7.00");
        assertThat(proposals(desk.received(another, "7.00", "")))
                .as("nobody knows it there")
                .isEmpty();

        Reply third = desk.issued(fund, soon(), "INVESTMENT", "14.00");
        assertThat(proposals(silent)).as("two lines are open").isEmpty();
        desk.confirmed(MANAGER, "/capital-calls/" + third.id() + "/reversal", "{'reason': 'wrong fab'}");
        assertThat(proposals(silent)).hasSize(1);
        Reply other = desk.received(
                fund, "10.00", lineOf(fund, 1, call).get("reference").asText());
        assertThat(other.text("state")).isEqualTo("MATCHED");
        assertThat(proposals(silent)).as("the account pays for two").isEmpty();
        desk.done(MANAGER, "/receipts/" + other.id() + "/unmatch", "{'reason': 'another fund'}");
        assertThat(desk.done(MANAGER, "/receipts/" + silent.id() + "/match", matches(open, "7.00"))
                        .text("state"))
                .isEqualTo("MATCHED");
    }

    @Test
    void is_recorded_once_however_often_the_bank_tells_of_it() {
        Fund fund = desk.fund(0, "100.00");
        String body = receiptBody(fund, "ENTRY-1-" + fund.id(), "10.00", "");
        Reply first = desk.made(MANAGER, "/receipts", body);

        Reply again = desk.send(MANAGER, "/receipts", body.replace("DE89 3704", "de893704"));
        Reply other = desk.send(MANAGER, "/receipts", body.replace("10.00", "11.00"));

        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        desk.refused(409, "entry-conflict", other);
        assertThat(other.text("existingId")).isEqualTo(first.id().toString());
        assertThat(desk.balances(fund)).containsEntry("1000", "10.00").containsEntry("2050", "-10.00");
    }

    @Test
    void is_refused_for_what_it_says() {
        Fund fund = desk.fund(0, "100.00");
        String body = receiptBody(fund, UUID.randomUUID().toString(), "10.00", "");

        desk.refused(400, "idempotency-key-required", desk.service.post(MANAGER, "/receipts", body.replace('\'', '"')));
        desk.refused(403, "forbidden", desk.send(APPROVER, "/receipts", body));
        desk.refused(422, "currency-not-the-funds", desk.send(MANAGER, "/receipts", body.replace("USD", "EUR")));
        desk.refused(422, "validation", desk.send(MANAGER, "/receipts", body.replace("DE89", "DE88")));
        desk.refused(422, "validation", desk.send(MANAGER, "/receipts", body.replace("10.00", "-1.00")));
        desk.refused(
                409,
                "effective-date-ahead",
                desk.send(
                        MANAGER,
                        "/receipts",
                        body.replace("'valueDate': '" + today(), "'valueDate': '" + today().plusDays(2))));
    }

    @Test
    void settles_lines_as_a_person_says_and_is_taken_off_them_again() {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "20.00");
        Map<String, String> issued = desk.balances(fund);
        Reply receipt = desk.received(fund, "15.00", "no reference");
        String place = "/receipts/" + receipt.id();

        desk.refused(409, "exceeds-open-amount", desk.send(MANAGER, place + "/match", matches(line(call, 0), "10.01")));
        desk.refused(
                422,
                "exceeds-receipt",
                desk.send(MANAGER, place + "/match", matches(line(call, 0), "10.00", line(call, 1), "5.01")));
        desk.refused(
                422, "excess-without-investor", desk.send(MANAGER, place + "/match", matches(line(call, 0), "10.00")));
        desk.refused(
                422,
                "validation",
                desk.send(MANAGER, place + "/match", matches(UUID.randomUUID().toString(), "15.00")));
        desk.refused(
                422,
                "validation",
                desk.send(MANAGER, place + "/match", matches(line(call, 0), "7.00", line(call, 0), "8.00")));
        Reply matched = desk.done(MANAGER, place + "/match", matches(line(call, 0), "10.00", line(call, 1), "5.00"));
        assertThat(matched.text("state")).isEqualTo("MATCHED");
        assertThat(desk.call(call.id()).body().at("/lines/1/state").asText()).isEqualTo("PART_PAID");
        assertThat(desk.call(call.id()).text("state")).isEqualTo("PART_PAID");

        Reply unmatched = desk.done(MANAGER, place + "/unmatch", "{'reason': 'another fund'}");

        assertThat(unmatched.text("state")).isEqualTo("UNMATCHED");
        assertThat(desk.call(call.id()).text("state")).isEqualTo("ISSUED");
        assertThat(desk.commitment(fund, 0).at("/paid/value").asText()).isEqualTo("0.00");
        assertThat(desk.balances(fund))
                .containsAllEntriesOf(issued)
                .containsEntry("1000", "15.00")
                .containsEntry("2050", "-15.00");
        desk.refused(409, "invalid-state", desk.send(MANAGER, place + "/unmatch", "{'reason': 'again'}"));
    }

    @Test
    void holds_what_is_too_much_and_applies_it_to_the_next_call() {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "10.00");
        UUID investor = fund.investors().getFirst();
        Reply receipt = desk.received(fund, "13.00", "no reference");
        String place = "/receipts/" + receipt.id();
        String body =
                matches(line(call, 0), "10.00").replaceAll("}$", ", 'overpaymentInvestorId': '" + investor + "'}");
        desk.refused(
                422,
                "validation",
                desk.send(
                        MANAGER,
                        place + "/match",
                        body.replace(investor.toString(), UUID.randomUUID().toString())));

        assertThat(desk.done(MANAGER, place + "/match", body).text("state")).isEqualTo("OVERPAID");
        assertThat(desk.balances(fund)).containsEntry("2060", "-3.00").doesNotContainKey("2050");
        Reply next = desk.issued(fund, soon(), "FEE", "1.00");
        String agreed = "', 'reason': 'by letter'}";
        assertThat(desk.done(MANAGER, place + "/apply-to-next-call", "{'callLineId': '" + line(next, 0) + agreed)
                        .text("state"))
                .as("two are left")
                .isEqualTo("OVERPAID");
        assertThat(desk.call(next.id()).text("state")).isEqualTo("PAID");
        desk.refused(
                409,
                "line-not-open",
                desk.send(MANAGER, place + "/apply-to-next-call", "{'callLineId': '" + line(next, 0) + agreed));
        Reply last = desk.issued(fund, soon(), "FEE", "5.00");
        assertThat(desk.done(MANAGER, place + "/apply-to-next-call", "{'callLineId': '" + line(last, 0) + agreed)
                        .text("state"))
                .isEqualTo("MATCHED");
        assertThat(desk.call(last.id()).text("state")).isEqualTo("PART_PAID");
        assertThat(desk.balances(fund)).doesNotContainKeys("2050", "2060").containsEntry("1100", "3.00");
    }

    @Test
    void goes_back_when_two_persons_want_it_and_the_bank_has_debited_it() {
        Fund fund = desk.fund(0, "100.00");
        Reply receipt = desk.received(fund, "13.00", "by mistake");
        String place = "/receipts/" + receipt.id();

        desk.confirmed(MANAGER, place + "/refund", "{'reason': 'not ours'}");
        assertThat(desk.service.get(AUDITOR, place).text("state")).isEqualTo("REFUND_PENDING");
        assertThat(desk.balances(fund)).containsEntry("1000", "13.00");
        desk.refused(409, "invalid-state", desk.send(MANAGER, place + "/match", "{'matches': []}"));
        Reply refunded = desk.done(MANAGER, place + "/refund-confirmation", "{}");

        assertThat(refunded.text("state")).isEqualTo("REFUNDED");
        assertThat(desk.balances(fund)).doesNotContainKeys("1000", "2050");
        desk.refused(409, "invalid-state", desk.send(MANAGER, place + "/return", "{'reason': 'recall'}"));
    }

    @Test
    @DisplayName(
            "§2.3: goes back to the account that it came from alone, of which the second person sees the fingerprint")
    void goes_back_to_where_it_came_from() {
        Fund fund = desk.fund(0, "100.00");
        String body = receiptBody(fund, UUID.randomUUID().toString(), "13.00", "by mistake");
        Reply nameless = desk.made(MANAGER, "/receipts", body.replaceAll(", 'debtorIban': '[^']*'", ""));
        desk.refused(
                409,
                "origin-unknown",
                desk.send(MANAGER, "/receipts/" + nameless.id() + "/refund", "{'reason': 'not ours'}"));

        Reply receipt = desk.received(fund, "13.00", "by mistake");
        Reply proposed = desk.send(MANAGER, "/receipts/" + receipt.id() + "/refund", "{'reason': 'not ours'}");

        String shown = desk.service
                .get(AUDITOR, "/approvals/" + proposed.text("approvalId"))
                .raw()
                .body();
        assertThat(shown).contains(receipt.text("debtorFingerprint")).doesNotContain("GB82WEST12345698765432");
    }

    @Test
    @DisplayName("I-5: what has gone back is neither matched nor sent back again")
    void gives_out_no_more_than_is_left_of_it() {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, soon(), "INVESTMENT", "6.00");
        UUID investor = fund.investors().getFirst();
        String place =
                "/receipts/" + desk.received(fund, "10.00", "no reference").id();
        desk.done(
                MANAGER,
                place + "/match",
                matches(line(call, 0), "6.00").replaceAll("}$", ", 'overpaymentInvestorId': '" + investor + "'}"));
        desk.confirmed(MANAGER, place + "/refund", "{'reason': 'too much'}");
        desk.done(MANAGER, place + "/refund-confirmation", "{}");
        desk.confirmed(MANAGER, "/capital-calls/" + call.id() + "/reversal", "{'reason': 'wrong fab'}");
        Reply next = desk.issued(fund, soon(), "INVESTMENT", "8.00");
        desk.done(
                MANAGER,
                place + "/apply-to-next-call",
                "{'callLineId': '" + line(next, 0) + "', 'reason': 'by letter'}");
        desk.done(MANAGER, place + "/unmatch", "{'reason': 'not agreed after all'}");

        desk.refused(422, "exceeds-receipt", desk.send(MANAGER, place + "/match", matches(line(next, 0), "6.01")));
        assertThat(desk.done(MANAGER, place + "/match", matches(line(next, 0), "6.00"))
                        .text("state"))
                .isEqualTo("MATCHED");
        desk.done(MANAGER, place + "/unmatch", "{'reason': 'again'}");
        desk.confirmed(MANAGER, place + "/refund", "{'reason': 'not ours'}");
        Reply refunded = desk.done(MANAGER, place + "/refund-confirmation", "{}");

        assertThat(refunded.body().at("/refunded/value").asText()).isEqualTo("10.00");
        assertThat(desk.balances(fund)).doesNotContainKeys("1000", "2050", "2060");
    }

    @Test
    void of_another_fund_is_not_named_to_whoever_may_not_see_it() {
        Fund fund = desk.fund(0, "100.00");
        Fund other = desk.fund(0, "100.00");
        String entry = "ENTRY-" + fund.id();
        desk.made(MANAGER, "/receipts", receiptBody(fund, entry, "10.00", ""));
        Actor stranger = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofFund(desk.programme, other.id()));

        Reply refused = desk.send(stranger, "/receipts", receiptBody(other, entry, "10.00", ""));

        desk.refused(409, "entry-conflict", refused);
        assertThat(refused.body().has("existingId")).isFalse();
    }

    @Test
    void is_returned_by_the_bank_and_its_line_is_overdue_at_once() {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, today(), "INVESTMENT", "10.00");
        Map<String, String> issued = desk.balances(fund);
        Reply receipt = desk.received(fund, "10.00", reference(call, 0));
        assertThat(desk.call(call.id()).text("state")).isEqualTo("PAID");
        desk.turn(call.id(), today().minusDays(1));

        Reply returned = desk.done(MANAGER, "/receipts/" + receipt.id() + "/return", "{'reason': 'recalled'}");

        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(desk.call(call.id()).text("state")).isEqualTo("OVERDUE");
        assertThat(desk.balances(fund)).isEqualTo(issued);
    }

    @Test
    void shows_its_payer_to_the_staff_and_lists_by_state() {
        Fund fund = desk.fund(0, "100.00");
        Reply receipt = desk.received(fund, "10.00", "hello");

        Reply list = desk.service.get(AUDITOR, "/receipts?fundId=" + fund.id() + "&state=UNMATCHED");

        assertThat(list.body().at("/items/0/id").asText())
                .isEqualTo(receipt.id().toString());
        assertThat(list.body().at("/items/0/debtorIban").asText()).isEqualTo("GB82WEST12345698765432");
        assertThat(desk.service.get(AUDITOR, "/receipts/" + receipt.id()).text("debtorName"))
                .isEqualTo("Bank A");
        assertThat(receipt.raw().body())
                .as("the answer to a command, which is kept")
                .doesNotContain("DE89370400440532013000", "GB82WEST12345698765432", "Bank A", "hello");
    }
}
