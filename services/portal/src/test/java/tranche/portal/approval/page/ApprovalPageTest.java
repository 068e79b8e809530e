package tranche.portal.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.portal.words.page.Texts;
import tranche.upstream.Drawdowns.Asked;

@DisplayName("What is to be approved")
class ApprovalPageTest {

    private static ApprovalOffice office;

    @BeforeAll
    static void starts() {
        office = new ApprovalOffice();
    }

    @AfterAll
    static void stops() {
        office.close();
    }

    @AfterEach
    void nothingWaits() {
        office.clear();
    }

    @Test
    @DisplayName("D-6: says in sentences what a waiver brings about, by names that lead on")
    void tells_a_waiver_in_sentences() throws SQLException {
        TimelineEvents site =
                new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
        UUID milestone = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        UUID tranche = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        TimelineEvents.tell(
                office.portal.bean(DataSource.class),
                site.registered("Fab West", "FAB", "US-NY", "US"),
                site.planned(milestone, "Shell <tight>", "2026-02-27", "PHOTO"));
        office.portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund VI', 'USD', null, false)"
                .formatted(fund, site.programme()));
        office.portal.sql("""
                insert into raise_tranche values ('%s', '%s', '%s', null, 'Tranche C', 'USD', 4200000000, 'LOCKED', '{}', '{}',
                    false, null, null)""".formatted(tranche, site.programme(), fund));
        office.put("/approvals/" + ApprovalOffice.PROPOSAL + "?service=commitments", """
                {'id': '%1$s', 'state': 'PENDING', 'command': 'waiver', 'subject': {'type': 'milestone', 'id': '%2$s'},
                 'contentHash': '%3$s', 'content': {'command': 'waiver', 'milestoneId': '%4$s', 'ofAll': false,
                 'trancheIds': ['%5$s', '%6$s'], 'expires': '2027-06-30', 'state': 'PLANNED', 'reason': 'It is dry',
                 'tranches': [{'trancheId': '%5$s', 'name': 'Tranche C'}, {'trancheId': '%6$s', 'name': 'Tranche elsewhere'}]},
                 'proposedBy': '%7$s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        ApprovalOffice.PROPOSAL,
                        milestone,
                        ApprovalOffice.HASH,
                        milestone,
                        tranche,
                        unknown,
                        UUID.randomUUID()));

        String page = office.page("approver", "/approvals/commitments/" + ApprovalOffice.PROPOSAL);

        assertThat(page)
                .contains("Shell &lt;tight&gt; of Fab West is waived for 2 tranches, until 30\u00a0Jun\u00a02027.")
                .contains("a tranche whose other conditions are met drafts its call")
                .contains("Told at once: investors, stakeholders, fund managers and auditors")
                .contains("<a href=\"/milestones/" + milestone + "\">Shell &lt;tight&gt;</a>")
                .contains("<a href=\"/projects/" + site.project() + "\">Fab West</a>")
                .contains("href=\"/approvals/tranches/" + tranche + "\">Tranche C, $4,200,000,000.00</a>")
                .as("of a fund that the reader does not see, by the name that stands in what is approved")
                .contains("Tranche elsewhere")
                .contains("<dt>Reason</dt><dd class=\"wrap\">It is dry</dd>")
                .contains("On the day of the approval");
        assertThat(page.substring(0, page.indexOf("Member by member")))
                .doesNotContain("trancheIds", milestone + "</", unknown.toString());
    }

    @ParameterizedTest
    @MethodSource("proposals")
    @DisplayName("D-6: tells every kind of proposal in sentences, in both languages")
    void tells_every_kind(String command, String subject, String content) {
        UUID about = UUID.randomUUID();
        office.put("/approvals/" + ApprovalOffice.PROPOSAL + "?service=commitments", """
                {'id': '%s', 'state': 'PENDING', 'command': '%s', 'subject': {'type': '%s', 'id': '%s'},
                 'contentHash': '%s', 'content': %s, 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                ApprovalOffice.PROPOSAL, command, subject, about, ApprovalOffice.HASH, content, UUID.randomUUID()));

        for (String language : List.of("en", "fr")) {
            Texts texts = Texts.of(Locale.of(language));
            assertThat(office.page("approver", "/approvals/commitments/" + ApprovalOffice.PROPOSAL, language))
                    .contains("id=\"meaning\"")
                    .contains(texts.say("approvals.members"))
                    .doesNotContain("<details open");
        }
    }

    static Stream<Arguments> proposals() {
        String milestone =
                "'state': 'PLANNED', 'currentBaselineDate': '2026-01-30', 'originalBaselineDate': '2026-01-02',"
                        + " 'achievedDate': null, 'reason': 'So it is', 'effectiveDate': null";
        String tranche =
                "'amount': '60.0000 USD', 'state': 'LOCKED', 'reason': 'So it is', 'effectiveDate': '2026-05-04'";
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of(
                        "waiver",
                        "milestone",
                        "{" + milestone + ", 'ofAll': true, 'trancheIds': [], 'expires': '2027-01-01'}"),
                Arguments.of("revoke-waiver", "milestone", "{" + milestone + ", 'waivers': []}"),
                Arguments.of(
                        "remove",
                        "milestone",
                        "{" + milestone + ", 'tranches': [{'trancheId': '" + id + "', 'name': 'Tranche C'}]}"),
                Arguments.of("rebaseline", "milestone", "{" + milestone + ", 'baselineDate': '2026-09-30'}"),
                Arguments.of(
                        "revoke-verification",
                        "milestone",
                        "{" + milestone
                                + ", 'claim': {'claimedDate': '2026-01-01', 'evidence': [], 'verifications': []}}"),
                Arguments.of("supersede", "milestone", "{" + milestone + ", 'supersededBy': '" + id + "'}"),
                Arguments.of("cancel-tranche", "tranche", "{" + tranche + "}"),
                Arguments.of(
                        "amend-tranche",
                        "tranche",
                        "{" + tranche + ", 'amended': [{'type': 'ANY', 'required': 1, 'conditions': ["
                                + "{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + id + "'},"
                                + "{'type': 'DOCUMENT', 'kind': 'permit'}]}, {'type': 'TRANCHE_RELEASED', 'trancheId': '"
                                + id
                                + "'}, {'type': 'OF_A_LATER_RELEASE'}]}"),
                Arguments.of("reversal", "capital-call", "{'total': '60.0000 USD', 'reason': 'So it is'}"),
                Arguments.of(
                        "change-terms",
                        "fund",
                        "{'cap': null, 'calendar': 'US', 'reason': null, 'effectiveDate': null, 'terms':"
                                + " {'noticeBusinessDays': 10, 'callBasis': 'UNCALLED', 'requireKyc': true,"
                                + " 'requireTransferConsent': true}}"),
                Arguments.of("refund", "receipt", "{'amount': '60.0000 USD', 'reason': 'So it is'}"),
                Arguments.of("import", "import", "{'kind': 'opening-balances', 'rows': [{'line': 2}]}"));
    }

    @Test
    @DisplayName("D-6: shows all that an approval binds, and offers none to whoever proposed it")
    void shows_what_is_to_be_approved() {
        office.amendment(PortalProcess.id("fund-manager"));

        assertThat(office.page("approver", "/approvals/commitments/" + ApprovalOffice.PROPOSAL))
                .contains("The site &lt;moved&gt;", "$60.00", "amended[1].date", "2027-01-31", ApprovalOffice.HASH)
                .contains("action=\"/approvals/commitments/" + ApprovalOffice.PROPOSAL + "/approval\"")
                .contains("action=\"/approvals/commitments/" + ApprovalOffice.PROPOSAL + "/rejection\"")
                .doesNotContain("effectiveDate");
        assertThat(office.page("fund-manager", "/approvals/commitments/" + ApprovalOffice.PROPOSAL))
                .contains("You proposed this")
                .doesNotContain("action=\"/approvals/commitments/");
    }

    @Test
    @DisplayName("D-6: shows that an approval leaves nothing of something")
    void shows_an_empty_list() {
        office.put("/approvals/" + ApprovalOffice.PROPOSAL + "?service=commitments", """
                {'id': '%s', 'state': 'PENDING', 'command': 'amend-tranche', 'subject': {'type': 'tranche', 'id': '%s'},
                 'contentHash': '%s', 'content': {'conditions': []}, 'proposedBy': '%s',
                 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        ApprovalOffice.PROPOSAL, ApprovalOffice.TRANCHE, ApprovalOffice.HASH, UUID.randomUUID()));

        assertThat(office.page("approver", "/approvals/commitments/" + ApprovalOffice.PROPOSAL))
                .contains("<dt class=\"mono wrap\">conditions</dt><dd class=\"wrap\">none</dd>");
    }

    @Test
    @DisplayName("D-6: a tranche is approved as it was seen")
    void sends_the_approval_of_a_tranche() {
        String path = "/approvals/tranches/" + ApprovalOffice.TRANCHE;
        office.put("/tranches/" + ApprovalOffice.TRANCHE, """
                {'id': '%s', 'name': 'Tranche C', 'state': 'DRAFT', 'allowed': ['approval'], 'contentHash': '%s',
                 'amount': {'value': '60.00', 'currency': 'USD'},
                 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '%s', 'status': 'OPEN'}]}""".formatted(
                        ApprovalOffice.TRANCHE, ApprovalOffice.HASH, UUID.randomUUID()));
        assertThat(office.page("approver", path))
                .contains("Tranche C of $60.00 is put to its conditions", "Conditions")
                .contains("Tranche C", "MILESTONE_VERIFIED", "name=\"contentHash\" value=\"" + ApprovalOffice.HASH);

        HttpResponse<String> answer = office.send(
                "approver", path + "/approval", Map.of("contentHash", ApprovalOffice.HASH, "reason", "not asked for"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/approvals");
        Asked asked = Objects.requireNonNull(office.service.next());
        assertThat(asked.command()).isEqualTo("approval");
        assertThat(asked.body()).isEqualTo("{\"contentHash\":\"" + ApprovalOffice.HASH + "\"}");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-9");
    }

    @Test
    void shows_a_refusal_and_no_page_for_what_is_not_there() {
        String path = "/approvals/tranches/" + ApprovalOffice.TRANCHE;
        office.put("/tranches/" + ApprovalOffice.TRANCHE, """
                {'id': '%s', 'name': 'Tranche C', 'state': 'DRAFT', 'allowed': ['approval'], 'contentHash': '%s'}""".formatted(ApprovalOffice.TRANCHE, ApprovalOffice.HASH));
        office.service.answerNext(
                403, "{\"code\": \"four-eyes\", \"title\": \"Said of it\", \"remedy\": \"Do so\", \"errors\": []}");

        HttpResponse<String> refused =
                office.send("approver", path + "/approval", Map.of("contentHash", ApprovalOffice.HASH));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("role=\"alert\"", "Said of it", "Tranche C");
        assertThat(office.page("approver", "/approvals/tranches/" + UUID.randomUUID()))
                .contains("There is nothing here for you");
        assertThat(office.page("approver", "/approvals/nowhere/" + ApprovalOffice.TRANCHE))
                .contains("There is nothing here for you");
        assertThat(office.send("approver", path + "/rejection", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("D-6: a closing is approved with the amounts that it makes committed")
    void sends_the_approval_of_a_closing() {
        UUID closing = UUID.randomUUID();
        String one =
                """
                {'id': '%s', 'kind': 'FINAL', 'date': '2026-06-30', 'fundId': '%s', 'state': 'PLANNED',
                 'allowed': ['approval', 'cancellation'], 'contentHash': '%s', 'recordedAt': '2026-03-01T10:00:00Z',
                 'commitments': [{'id': '%s', 'investorId': '%s', 'amount': {'value': '60.00', 'currency': 'USD'}}]}""".formatted(closing, UUID.randomUUID(), ApprovalOffice.HASH, UUID.randomUUID(), UUID.randomUUID());
        office.put("/closings?state=PLANNED&limit=100", "{'items': [" + one + "], 'next': null}");
        office.put("/closings/" + closing, one);
        String path = "/approvals/closings/" + closing;

        assertThat(office.page("approver", "/approvals")).contains("href=\"" + path + "\"", "Closing to approve");
        assertThat(office.page("approver", path))
                .contains("commitments[1].amount", "$60.00", "2026-06-30", ApprovalOffice.HASH);
        assertThat(office.send("approver", path + "/approval", Map.of("contentHash", ApprovalOffice.HASH))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Objects.requireNonNull(office.service.next()).command()).isEqualTo("approval");
    }

    @Test
    @DisplayName("D-6: says of a closing in words what its members name by ids, and leads to each commitment")
    void names_what_a_closing_takes_in() {
        UUID closing = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID north = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        UUID programme = UUID.randomUUID();
        office.portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund <I>', 'USD', null, false)"
                .formatted(fund, programme));
        office.commits(first, programme, fund, north, "Northern Pension");
        office.put("/closings/" + closing, """
                {'id': '%s', 'kind': 'FINAL', 'date': '2026-06-30', 'fundId': '%s', 'state': 'PLANNED',
                 'allowed': ['approval'], 'contentHash': '%s', 'commitments': [
                 {'id': '%s', 'investorId': '%s', 'amount': {'value': '60.00', 'currency': 'USD'}},
                 {'id': '%s', 'investorId': '%s', 'amount': {'value': '40.01', 'currency': 'USD'}}]}""".formatted(
                        closing, fund, ApprovalOffice.HASH, first, north, UUID.randomUUID(), unknown));

        String page = office.page("approver", "/approvals/closings/" + closing);

        assertThat(page)
                .contains(
                        "<a href=\"/commitments?fund=" + fund + "\">Fab Fund &lt;I&gt;</a>",
                        "The last, on 30\u00a0Jun\u00a02026")
                .contains("2, together $100.01")
                .contains("<a class=\"plain\" href=\"/commitments/" + first + "\">Northern Pension</a>")
                .contains("<a class=\"plain\" href=\"/commitments/", unknown + "</a>")
                .contains("commitments[1].investorId", north.toString());
        assertThat(page.indexOf("In words")).isLessThan(page.indexOf("What is to be approved"));
    }

    @Test
    void names_the_role_that_is_given_and_where() {
        UUID fund = UUID.randomUUID();
        UUID programme = UUID.randomUUID();
        office.portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund II', 'USD', null, false)"
                .formatted(fund, programme));
        office.commits(UUID.randomUUID(), programme, fund, UUID.randomUUID(), "Southern Reserve");
        JsonNode asked = grant("auditor", "{\"role\": \"stakeholder\", \"scope\": {\"fundId\": \"" + fund + "\"}}");

        assertThat(office.page(
                        "approver",
                        "/approvals/portal/" + asked.path("approvalId").asText()))
                .contains("<dt>Role</dt><dd class=\"wrap\">Stakeholder</dd>")
                .contains("<dt>Fund</dt><dd class=\"wrap\"><a href=\"/commitments?fund=" + fund
                        + "\">Fab Fund II</a></dd>")
                .contains("<dt>Last day</dt><dd class=\"wrap\">None: until it is taken back</dd>")
                .contains("fundId", fund.toString());
    }

    @Test
    @DisplayName("D-6: an account is approved as its payers will read it")
    void sends_the_approval_of_a_bank_account() {
        UUID account = UUID.randomUUID();
        String one = """
                {'id': '%s', 'fundId': '%s', 'state': 'PROPOSED', 'allowed': ['approval'], 'holder': 'Fab Fund I',
                 'iban': 'DE89370400440532013000', 'bic': 'COBADEFF', 'currency': 'USD', 'last4': '3000',
                 'fingerprint': '7F2A 91C4 0B3E D8A6 52C9', 'effectiveFrom': null, 'contentHash': '%s',
                 'recordedAt': '2026-03-01T10:00:00Z'}""".formatted(account, UUID.randomUUID(), ApprovalOffice.HASH);
        office.put("/bank-accounts?state=PROPOSED&limit=100", "{'items': [" + one + "], 'next': null}");
        office.put("/bank-accounts/" + account, one);
        String path = "/approvals/accounts/" + account;

        assertThat(office.page("approver", "/approvals"))
                .contains("href=\"" + path + "\"", "Bank account to approve", "Fab Fund I");
        assertThat(office.page("approver", path))
                .contains("DE89370400440532013000", "COBADEFF", "7F2A 91C4 0B3E D8A6 52C9", ApprovalOffice.HASH);
        assertThat(office.send("approver", path + "/approval", Map.of("contentHash", ApprovalOffice.HASH))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Objects.requireNonNull(office.service.next()).command()).isEqualTo("approval");

        office.put(
                "/bank-accounts/" + account, one.replace("PROPOSED", "LAPSED").replace("['approval']", "[]"));
        assertThat(office.page("approver", path)).contains("does not wait").doesNotContain(path + "/approval");
    }

    @Test
    @DisplayName("D-1, D-6: a role that one person gives another reads and confirms; neither maker nor holder does")
    void confirms_a_grant() {
        JsonNode asked = grant("verifier", "{\"role\": \"site-reporter\", \"until\": \"2031-05-04\"}");
        String path = "/approvals/portal/" + asked.path("approvalId").asText();
        Map<String, String> seen =
                Map.of("contentHash", asked.path("contentHash").asText());

        assertThat(office.page("approver", "/approvals")).contains("href=\"" + path + "\"", "Give a role");
        assertThat(office.page("approver", path))
                .contains(
                        "site-reporter",
                        "<dt>Role</dt><dd class=\"wrap\">Site reporter</dd>",
                        "<dt>Where</dt><dd class=\"wrap\">Everywhere</dd>",
                        "4\u00a0May\u00a02031",
                        "verifier",
                        "2031-05-04",
                        asked.path("contentHash").asText());
        assertThat(office.page("admin", path)).contains("You proposed this").doesNotContain(path + "/approval");
        assertThat(office.page("investor", path)).contains("There is nothing here for you");
        assertThat(office.send("verifier", path + "/approval", seen).statusCode())
                .isEqualTo(403);
        HttpResponse<String> other =
                office.send("approver", path + "/approval", Map.of("contentHash", ApprovalOffice.HASH));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(409);
        assertThat(other.body()).contains("role=\"alert\"", "site-reporter");

        assertThat(office.send("approver", path + "/approval", seen).statusCode())
                .isEqualTo(303);
        assertThat(office.send("approver", path + "/approval", seen).statusCode())
                .as("the same form")
                .isEqualTo(303);

        assertThat(office.page("approver", path)).contains("does not wait for an answer any more");
        assertThat(office.page("approver", "/approvals")).doesNotContain(path);
    }

    @Test
    void turns_a_grant_down_with_a_reason() {
        JsonNode asked = grant("stakeholder", "{\"role\": \"auditor\"}");
        String path = "/approvals/portal/" + asked.path("approvalId").asText();

        HttpResponse<String> bare = office.send("approver", path + "/rejection", Map.of("reason", " "));
        assertThat(bare.statusCode()).as(bare.body()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"reason-wrong\"");
        assertThat(office.send("approver", path + "/rejection", Map.of("reason", "Nobody asked"))
                        .statusCode())
                .isEqualTo(303);

        String id = asked.path("approvalId").asText();
        assertThat(office.portal.get("admin", "/api/v1/grants/" + id).body()).contains("REJECTED", "Nobody asked");
    }

    private static JsonNode grant(String account, String body) {
        HttpResponse<String> proposed =
                office.portal.post("admin", "/api/v1/accounts/" + PortalProcess.id(account) + "/grants", body);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
        return PortalProcess.json(proposed);
    }
}
