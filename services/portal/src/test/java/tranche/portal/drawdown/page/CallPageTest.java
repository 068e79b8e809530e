package tranche.portal.drawdown.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.page.CallOffice.FUND;
import static tranche.portal.drawdown.page.CallOffice.HASH;
import static tranche.portal.drawdown.page.CallOffice.NORTH;
import static tranche.portal.drawdown.page.CallOffice.PROBLEM;
import static tranche.portal.drawdown.page.CallOffice.PROJECT;
import static tranche.portal.drawdown.page.CallOffice.SHELL;
import static tranche.portal.drawdown.page.CallOffice.SOUTH;
import static tranche.portal.drawdown.page.CallOffice.line;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.drawdown.page.CallOffice.Told;
import tranche.upstream.Drawdowns.Asked;

@DisplayName("The page of a call")
class CallPageTest {

    private static CallOffice office;

    @BeforeAll
    static void starts() {
        office = new CallOffice();
    }

    @AfterAll
    static void stops() {
        office.close();
    }

    @Test
    void says_how_much_of_whom_until_when_and_why() {
        String page = office.page("approver", office.has(Told.of("DRAFT", "edit", "approval", "return")));

        assertThat(page)
                .contains("$100.01 from 2 investors", "it waits for your approval", "30\u00a0Sep\u00a02026")
                .contains("href=\"/milestones/" + SHELL + "\">Shell complete", "Verified, Fab 21")
                .contains("Tranche C", "Drafted by the event", HASH)
                .contains("<a href=\"/calls?fund=" + FUND + "\">Fab Fund I")
                .contains(
                        "Northern &lt;Pension&gt;", "60.004000", "39.996000", ">60.01<", "Southern Reserve", ">40.00<")
                .contains("100.000000", "The lines add up to $100.01", "Sample")
                .contains("Government</span>", "Uncalled after", ">539.99<", ">360.00<", ">899.99<")
                .containsPattern("<li class=\"now\" aria-current=\"step\">.*Approval")
                .doesNotContain("RF18", "drafted by hand");
        assertThat(office.page("approver", office.has(Told.of("DRAFT").byHand())))
                .contains("Drafted by hand")
                .doesNotContain("Shell complete");
    }

    @Test
    @DisplayName("from the evidence to the call, each a link and each with its time, as far as the reader may see")
    void says_from_the_evidence_on_why_it_exists() {
        Told call = Told.of("DRAFT", "approval");
        office.drafted(call.id(), "2026-02-20T14:42:00Z");

        assertThat(office.page("approver", office.has(call)))
                .containsPattern("(?s)2 pieces of evidence</a>.*Photograph and Certificate.*datetime=\"2026-02-19T08:00"
                        + ".*>Claim</a>.*By the site.*datetime=\"2026-02-18T09:10"
                        + ".*Shell complete</a>.*Verified, Fab 21.*datetime=\"2026-02-20T14:41"
                        + ".*<a href=\"/projects/" + PROJECT
                        + "\">Tranche C</a>.*Unlocked: \\$250.*datetime=\"2026-02-20T14:42"
                        + ".*aria-current=\"page\">Call CC-2026-001</a>.*datetime=\"2026-02-20T14:42");

        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));
        assertThat(office.page("investor", office.has(own)))
                .contains("Tranche C</a>", "Shell complete</a>")
                .doesNotContain("pieces of evidence", ">Claim<", "Unlocked: ");
    }

    @Test
    @DisplayName("D-20: shows of each row what rounding left and what came of it, to whoever sees all rows")
    void shows_the_rounding_of_each_row() {
        String how = """
                {"total": "10001", "weight": "6", "weights": "10", "quotient": "6000", "remainder": "%s", "unit": %s,
                 "cap": null, "capped": false}
                """;
        String lines = CallOffice.reckoned(NORTH, "60.01", how.formatted("6", "true")) + ","
                + CallOffice.reckoned(SOUTH, "40.00", how.formatted("4", "false"));

        assertThat(office.page(
                        "approver", office.has(Told.of("DRAFT", "approval").with(true, lines))))
                .contains("Rounding of each row</summary>", "Rounded down")
                .containsPattern("(?s)0\\.600000</td><td>one unit more</td>.*>60\\.01<.*0\\.400000</td><td>stays</td>");
        assertThat(office.page("approver", office.has(Told.of("DRAFT", "approval"))))
                .doesNotContain("Rounding of each row");
    }

    @Test
    @DisplayName("an investor reads how its own line stands and what is called of it, and the whole beside that")
    void tells_an_investor_first_what_is_its_own() {
        Told own = Told.of("PART_PAID").with(false, CallOffice.reckoned(NORTH, "60.01", "null"));
        String path = office.has(own);

        assertThat(office.page("investor", path))
                .containsPattern("(?s)id=\"state\".*Issued</span>\\s*</div>\\s*<h1")
                .containsPattern("(?s)Investment</dt><dd class=\"num\"><data value=\"60.01\">\\$60.01</data>"
                        + "<span[^>]*>of \\$100.01 for everybody")
                .containsPattern("(?s)id=\"notice\">\\s*<a class=\"btn\" href=\"" + path
                        + "/lines/[-0-9a-f]+/check\">.*Check notice.*<a class=\"btn main\"[^>]*/notice\">Open notice");
    }

    @Test
    @DisplayName("leads to what is known of the very notice, of its signed content")
    void leads_to_the_check_of_the_very_notice() {
        UUID call = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        String notice = "/capital-calls/" + call + "/lines/" + line + "/notice";
        String check = "/calls/" + call + "/lines/" + line + "/check";
        office.service.putTagged(notice, "{}", "\"" + HASH + "\"");

        HttpResponse<String> known = office.get("investor", check);
        assertThat(known.statusCode()).isEqualTo(303);
        assertThat(known.headers().firstValue("Location")).contains("/verify?sha256=" + HASH);

        office.service.put(notice, 409, PROBLEM.formatted("notice-not-signed"));
        assertThat(office.get("investor", check).headers().firstValue("Location"))
                .contains("/verify");
        office.service.put(notice, 404, PROBLEM.formatted("not-found"));
        assertThat(office.get("investor", check).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("the address of the issue has its form open, so that one press does it")
    void has_the_form_open_at_the_address_of_the_issue() {
        String path = office.has(Told.of("APPROVED", "issue", "reopen"));

        assertThat(office.page("fund-manager", path + "/issue"))
                .containsPattern("(?s)<details open><summary[^>]*>(?:(?!</summary>).)*Issue to 2 investors");
        assertThat(office.page("fund-manager", path)).doesNotContain("<details open>");
    }

    @Test
    void warns_where_the_lines_are_not_what_is_called() {
        String less = line(NORTH, "60.00", "DRAFT") + "," + line(NORTH, "40.00", "DRAFT");

        assertThat(office.page("auditor", office.has(Told.of("DRAFT").with(true, less))))
                .contains("The lines do not add up to $100.01");
    }

    @Test
    void names_the_references_once_the_lines_are_demanded() {
        assertThat(office.page("fund-manager", office.has(Told.of("ISSUED", "reversal"))))
                .contains("RF18 5390 0754 7034", "$100.01</b> is to come in by")
                .containsPattern(
                        "href=\"/api/v1/capital-calls/[-0-9a-f]+/lines/[-0-9a-f]+/notice\" aria-label=\"PDF: notice to Southern");
    }

    @Test
    void shows_an_investor_its_own_line_alone() {
        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));

        assertThat(office.page("investor", office.has(own)))
                .contains("$60.01</b> is to be paid by", "What is called of you", "RF18 5390 0754 7034")
                .doesNotContain("$100.01 from", "Southern", "Share, %", "add up");
    }

    @Test
    void has_a_form_for_each_command_that_the_state_admits_and_the_role_may() {
        String draft = office.has(Told.of("DRAFT", "edit", "approval", "return", "cancellation"));
        assertThat(office.commands("approver", draft)).containsExactlyInAnyOrder("approval", "return");
        assertThat(office.commands("fund-manager", draft)).containsExactlyInAnyOrder("return", "cancellation");
        assertThat(office.commands("auditor", draft)).isEmpty();
        assertThat(office.commands("investor", draft)).isEmpty();

        String approved = office.has(Told.of("APPROVED", "reopen", "issue", "cancellation"));
        assertThat(office.commands("approver", approved)).containsExactly("reopen");
        assertThat(office.commands("fund-manager", approved))
                .containsExactlyInAnyOrder("issue", "reopen", "cancellation");
        assertThat(office.page("fund-manager", approved)).contains("Notices for 2 investors say what to pay");
    }

    private static final String EYES = "\"code\": \"FOUR_EYES\", \"problem\": null, \"command\": \"approval\", ";
    private static final String NOTICE =
            "\"code\": \"NOTICE\", \"problem\": null, \"businessDays\": 10, \"earliest\": \"2026-04-14\", ";
    private static final String UNCALLED = "\"code\": \"UNCALLED\", \"problem\": null, \"lines\": 2, ";

    @Test
    @DisplayName("§2.2: lists what was checked, and leaves the button where nothing stops it")
    void lists_what_was_checked() {
        Told checked = Told.of("DRAFT", "approval", "return")
                .checked(
                        "\"code\": \"CONDITIONS\", \"outcome\": \"PASS\", \"milestones\": 1, \"verified\": 1, \"waived\": 0, \"evidence\": 14",
                        "\"code\": \"TRANCHE_AMOUNT\", \"outcome\": \"PASS\", \"tranche\": {\"value\": \"100.01\", \"currency\": \"USD\"}",
                        UNCALLED + "\"beyond\": 0, \"outcome\": \"PASS\"",
                        NOTICE + "\"outcome\": \"WARNING\"",
                        EYES + "\"outcome\": \"PASS\", \"because\": []");

        assertThat(office.page("approver", office.has(checked)))
                .contains(
                        "Checked for you",
                        "4 of 6",
                        "The milestone of its tranche is verified, upon 14 pieces of evidence.")
                .contains(
                        "The investment is the $100.01 of its tranche, whole.",
                        "Nobody is called beyond what is uncalled.")
                .contains("gives less than 10 business days of notice", "14\u00a0Apr\u00a02026 at the earliest")
                .contains("You neither drafted nor edited it, nor verified its milestone.", "instructions follow")
                .contains("You neither drafted nor edited it, nor verified a milestone that it rests on, so you may")
                .contains("Approve $100");
        assertThat(office.page(
                        "approver",
                        office.has(checked.paidTo("{\"fingerprint\": \"7F2A 91C4 0B3E D8A6 52C9\", \"last4\": \"4417\","
                                + " \"since\": \"2026-03-01T10:00:00Z\"}"))))
                .contains("5 of 6", "•••• 4417", "7F2A 91C4 0B3E D8A6 52C9", "in effect since 1\u00a0Mar\u00a02026")
                .doesNotContain("instructions follow");
        assertThat(office.page("auditor", office.has(Told.of("PAID")))).doesNotContain("Checked for you");
    }

    @Test
    @DisplayName("N-8: says before a call is issued whom its notices would not reach")
    void says_whom_nobody_reaches() {
        Told checked = Told.of("APPROVED", "issue").checked(EYES + "\"outcome\": \"PASS\", \"because\": []");
        String address = office.has(checked);
        String path = "/recipients/unreached?fundId=" + CallOffice.FUND + "&limit=500";
        String elsewhere = "{\"investorId\": \"" + UUID.randomUUID() + "\"}";
        assertThat(office.page("fund-manager", address)).doesNotContain("e-mail or webhook");

        office.recipients.put(path, "{\"items\": [" + elsewhere + "], \"next\": null}");
        assertThat(office.page("fund-manager", address))
                .contains("2 of 3", "Each of its investors has a contact who is reached by e-mail or webhook.");

        office.recipients.put(path, "{\"items\": [" + elsewhere + "], \"next\": \"more\"}");
        office.recipients.put(
                path + "&after=more", "{\"items\": [{\"investorId\": \"" + NORTH + "\"}], \"next\": null}");
        assertThat(office.page("fund-manager", address))
                .contains(
                        "1 of 3",
                        "1 investor cannot be reached by e-mail or webhook: Northern &lt;Pension&gt;. Deliver");
        office.recipients.clear();
    }

    @Test
    void says_before_a_call_is_issued_how_each_investor_would_be_told() {
        Told checked = Told.of("APPROVED", "issue").checked(EYES + "\"outcome\": \"PASS\", \"because\": []");
        String address = office.has(checked);
        assertThat(office.page("fund-manager", address)).doesNotContain("In the portal alone");

        office.recipients.put(
                "/recipients/reach?fundId=" + CallOffice.FUND + "&limit=500", """
                {"items": [{"investorId": "%s", "channels": ["PORTAL", "EMAIL", "WEBHOOK"], "languages": ["en", "fr"]},
                           {"investorId": "%s", "channels": ["PORTAL"], "languages": ["fr"]}], "next": null}
                """.formatted(NORTH, CallOffice.SOUTH));
        assertThat(office.page("fund-manager", address))
                .contains("By e-mail and webhook, in English and in French", "In the portal alone");
        assertThat(office.page("fund-manager", office.has(Told.of("ISSUED"))))
                .as("then it has been told")
                .doesNotContain("In the portal alone");
        office.recipients.clear();
    }

    @Test
    void tells_whoever_is_to_pay_the_instructions_that_its_notice_promised() {
        String account = "{\"holder\": %s, \"iban\": %s, \"bic\": %s, \"fingerprint\": \"7F2A 91C4 0B3E D8A6 52C9\","
                + " \"last4\": \"3000\", \"since\": \"2026-03-01T10:00:00Z\"}";
        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));

        assertThat(office.page(
                        "investor",
                        office.has(own.paidTo(
                                account.formatted("\"Fab Fund I\"", "\"DE89370400440532013000\"", "\"COBADEFF\"")))))
                .contains("Pay to", "Fab Fund I", "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000", "COBADEFF")
                .contains("compare the fingerprint 7F2A 91C4 0B3E D8A6 52C9.");
        assertThat(office.page("investor", office.has(own.paidTo(account.formatted("null", "null", "null")))))
                .as("its notice says it")
                .doesNotContain("Pay to");
    }

    @Test
    @DisplayName("D-1, D-20: what a check stops has no button, and the page says why")
    void has_no_button_for_what_is_stopped() {
        String made = office.has(Told.of("DRAFT", "approval", "return")
                .checked(EYES + "\"outcome\": \"STOP\", \"because\": [\"MAKER\"]"));
        assertThat(office.commands("approver", made)).containsExactly("return");
        assertThat(office.page("approver", made))
                .contains("You made this, so somebody else approves it.", "it waits for a second person");

        String taken = office.has(Told.of("APPROVED", "issue", "reopen", "cancellation")
                .checked(UNCALLED + "\"beyond\": 1, \"outcome\": \"STOP\""));
        assertThat(office.commands("fund-manager", taken)).containsExactlyInAnyOrder("reopen", "cancellation");
        assertThat(office.page("fund-manager", taken))
                .contains("1 of 2 lines asks for more than can still be called", "A check stops it.");
    }

    private static final String NO_CHANGE = "{\"id\": \"%s\", \"version\": 3, \"contentHash\": \"" + HASH
            + "\", \"since\": %s, \"dueDate\": %s, \"purpose\": %s, \"basis\": null, \"total\": %s, \"components\": [%s],"
            + " \"lines\": [%s]}";

    private static void changes(
            Told call, String since, String due, String purpose, String total, String parts, String lines) {
        office.service.put(
                "/capital-calls/" + call.id() + "/changes",
                NO_CHANGE.formatted(call.id(), since, due, purpose, total, parts, lines));
    }

    private static String usd(String amount) {
        return "{\"value\": \"" + amount + "\", \"currency\": \"USD\"}";
    }

    @Test
    @DisplayName("D-6: shows what was and what is since the version before, and nothing where there is none")
    void shows_what_changed_since_the_version_before() {
        Told call = Told.of("DRAFT", "approval");
        changes(
                call,
                "{\"version\": 2, \"contentHash\": \"" + HASH + "\", \"recordedAt\": \"2026-03-01T10:00:00Z\"}",
                "{\"was\": \"2026-09-28\", \"is\": \"2026-09-30\"}",
                "{\"was\": \"Tools for <one> fab\", \"is\": \"Tools of the fab\"}",
                "{\"was\": " + usd("90.00") + ", \"is\": " + usd("100.01") + "}",
                "{\"type\": \"FEE\", \"was\": null, \"is\": " + usd("10.01") + "}",
                "{\"commitmentId\": \"" + UUID.randomUUID() + "\", \"investorId\": \"" + NORTH + "\", \"was\": "
                        + usd("50.00") + ", \"is\": " + usd("60.01") + "}");

        assertThat(office.page("approver", office.has(call)))
                .contains(
                        "What changed since version 2",
                        "<del>28\u00a0Sep\u00a02026</del>",
                        "<ins>30\u00a0Sep\u00a02026</ins>")
                .containsPattern("<span>Tools</span>.*<del>for &lt;one&gt;</del>.*<ins>of the</ins>.*<span>fab</span>")
                .contains("<del>$90.00</del>", "<ins>$100.01</ins>", "Management fee", "<ins>$10.01</ins>")
                .containsPattern("(?s)Northern &lt;Pension&gt;</th>.*<del>\\$50.00</del>.*<ins>\\$60.01</ins>");

        Told never = Told.of("DRAFT", "approval");
        changes(never, "null", "null", "null", "null", "", "");
        assertThat(office.page("approver", office.has(never))).doesNotContain("What changed since");
    }

    @Test
    void shows_the_largest_differences_and_says_how_many_there_are_beside() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 15; i++) {
            lines.append(i == 1 ? "" : ",")
                    .append("{\"commitmentId\": \"" + UUID.randomUUID() + "\", \"investorId\": \"" + SOUTH
                            + "\", \"was\": " + usd("100.00") + ", \"is\": " + usd(100 - i + ".00") + "}");
        }
        Told call = Told.of("DRAFT", "approval");
        changes(
                call,
                "{\"version\": 1, \"contentHash\": \"" + HASH + "\", \"recordedAt\": \"2026-03-01T10:00:00Z\"}",
                "null",
                "null",
                "null",
                "",
                lines.toString());

        assertThat(office.page("approver", office.has(call)))
                .contains("<ins>$85.00</ins>", "<ins>$96.00</ins>", "3 further lines differ less")
                .doesNotContain("<ins>$97.00</ins>");
    }

    @Test
    void sends_an_approval_of_exactly_what_was_seen() {
        String path = office.has(Told.of("DRAFT", "approval"));
        assertThat(office.page("approver", path)).contains("name=\"contentHash\" value=\"" + HASH + "\"");

        HttpResponse<String> answer = office.send(
                "approver", path + "/approval", Map.of("version", "3", "contentHash", HASH, "reason", "not asked for"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(path);
        Asked asked = office.asked();
        assertThat(asked.command()).isEqualTo("approval");
        assertThat(asked.account()).isEqualTo(PortalProcess.id("approver").toString());
        assertThat(asked.body()).isEqualTo("{\"contentHash\":\"" + HASH + "\"}");
        assertThat(asked.headers().get("If-Match")).isEqualTo("\"3\"");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-7");
    }

    @Test
    void sends_an_issue_without_a_word_and_the_others_with_their_reason() {
        String path = office.has(Told.of("APPROVED", "issue", "reopen"));
        assertThat(office.send("fund-manager", path + "/issue", Map.of("version", "3"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.asked().body()).isEqualTo("{}");
        assertThat(office.send("approver", path + "/reopen", Map.of("reason", " Another date\r\nis better "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.asked().body()).isEqualTo("{\"reason\":\"Another date\\nis better\"}");
    }

    @Test
    void shows_a_refusal_in_the_services_words_and_keeps_what_was_typed() {
        String path = office.has(Told.of("DRAFT", "approval", "return"));
        office.service.answerNext(403, PROBLEM.formatted("four-eyes"));
        HttpResponse<String> refused = office.send("approver", path + "/approval", Map.of("contentHash", HASH));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("role=\"alert\"", "Said of it", "In detail", "Do so", "$100.01 from 2");
        office.asked();

        office.service.answerNext(409, PROBLEM.formatted("invalid-state"));
        assertThat(office.send("approver", path + "/return", Map.of("reason", "The <date> is wrong"))
                        .body())
                .contains("Said of it", "The &lt;date&gt; is wrong</textarea>")
                .containsPattern("<details open><summary[^>]*><span[^>]*>Send back")
                .doesNotContain("once-7");
        office.asked();
    }

    @Test
    void is_the_same_form_again_after_an_answer_that_did_not_come() {
        String path = office.has(Told.of("DRAFT", "approval", "return"));
        office.service.answerNext(503, PROBLEM.formatted("unavailable"));

        assertThat(office.send("approver", path + "/return", Map.of("reason", "Late"))
                        .body())
                .contains("The answer did not come", "value=\"once-7\"");
        office.asked();
    }

    @Test
    void has_two_hundred_lines_at_a_time_and_files_have_them_all() {
        StringBuilder rows = new StringBuilder(line(NORTH, "0.01", "DRAFT"));
        for (int i = 1; i < 450; i++) {
            rows.append(',').append(line(NORTH, "2.00", "DRAFT"));
        }
        String path = office.has(Told.of("DRAFT").with(true, rows.toString()));

        assertThat(office.page("auditor", path))
                .contains("1 to 200 of 450", "href=\"" + path + "?page=2#allocation\"")
                .doesNotContain(">0.01<");
        assertThat(office.page("auditor", path + "?page=9"))
                .contains("401 to 450 of 450", ">0.01<", "href=\"" + path + "?page=2#allocation\"");
        HttpResponse<String> file = office.get("auditor", path + "/allocation.csv");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body().lines()).hasSize(451);
        assertThat(file.body()).contains("Northern <Pension>");
        assertThat(office.get("auditor", path + "/allocation.xlsx").statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_nothing_where_the_service_knows_none_and_away_where_it_is_away() {
        assertThat(office.get("auditor", "/calls/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        Told away = Told.of("DRAFT");
        office.service.put("/capital-calls/" + away.id(), 503, "");
        HttpResponse<String> answer = office.get("auditor", "/calls/" + away.id());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("This cannot be shown right now", "Nothing is lost", "Reference 0")
                .contains("<a class=\"btn main\" href=\"/calls/" + away.id() + "\">Try again</a>")
                .doesNotContain("Retry-After", "Idempotency-Key", "Error 503");
        assertThat(office.get("auditor", "/calls/" + away.id() + "/nosuch").statusCode())
                .isEqualTo(404);
        assertThat(office.get("auditor", "/calls/" + away.id() + "/approval").statusCode())
                .isEqualTo(303);
    }
}
