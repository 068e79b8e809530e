package tranche.portal.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
import tranche.upstream.Drawdowns;
import tranche.upstream.Drawdowns.Asked;

@DisplayName("What waits for a person")
class ApprovalsPageTest {

    private static final UUID PROPOSAL = UUID.randomUUID();
    private static final UUID TRANCHE = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final String HASH = "ab12".repeat(16);

    private static PortalProcess portal;
    private static Drawdowns service;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.demo();
        service = portal.drawdowns();
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    @AfterEach
    void nothingWaits() {
        service.clear();
    }

    private static void put(String path, String json) {
        service.put(path, json.replace('\'', '"'));
    }

    private static String proposal(UUID by) {
        return """
                {'id': '%s', 'state': 'PENDING', 'command': 'amend-tranche', 'subject': {'type': 'tranche', 'id': '%s'},
                 'contentHash': '%s', 'content': {'reason': 'The site <moved>', 'amount': {'value': '60.00', 'currency': 'USD'},
                 'amended': [{'type': 'DATE_REACHED', 'date': '2027-01-31'}], 'effectiveDate': null},
                 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(PROPOSAL, TRANCHE, HASH, by);
    }

    private static void amendment(UUID by) {
        put(
                "/approvals?state=PENDING&service=commitments&limit=100",
                "{'items': [" + proposal(by) + "], 'next': null}");
        put("/approvals/" + PROPOSAL + "?service=commitments", proposal(by));
    }

    private static String page(String account, String path) {
        return page(account, path, "en");
    }

    private static String page(String account, String path, String language) {
        return portal.send(portal.to(path)
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Cookie", portal.cookie(account) + "; tranche-language=" + language))
                .body();
    }

    private static HttpResponse<String> send(String account, String path, Map<String, String> form) {
        String cookie = portal.cookie(account);
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + "&once=once-9&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    @Test
    void is_listed_with_what_lapses_first() {
        amendment(PortalProcess.id("fund-manager"));
        put("/capital-calls?state=DRAFT&limit=100", """
                {'items': [{'id': '%s', 'reference': 'CC-2026-001', 'total': {'value': '100.01', 'currency': 'USD'},
                 'fundId': '%s', 'recordedAt': '2026-03-01T10:00:00Z'}]}""".formatted(CALL, UUID.randomUUID()));

        String page = page("approver", "/approvals");

        assertThat(page)
                .contains(
                        "href=\"/approvals/commitments/" + PROPOSAL + "\"", "Change a tranche’s conditions", "lapses 1")
                .contains("href=\"/calls/" + CALL + "\"", "CC-2026-001", "Capital call to approve", "$100.01")
                .contains("2 things wait for a person");
        assertThat(page.indexOf(PROPOSAL.toString())).isLessThan(page.indexOf(CALL.toString()));
        assertThat(page("fund-manager", "/approvals")).contains("Proposed by you");
    }

    @Test
    void lists_commitments_by_their_investors_to_approvers_and_to_whoever_made_them() {
        UUID programme = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        UUID mine = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID north = UUID.randomUUID();
        UUID south = UUID.randomUUID();
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund V', 'USD', null, false)"
                .formatted(fund, programme));
        commits(mine, programme, fund, north, "Eastern Pension");
        commits(other, programme, fund, south, "Western Reserve");
        portal.sql("update raise_commitment set makers = '{%s}' where commitment_id = '%s'"
                .formatted(PortalProcess.id("fund-manager"), mine));
        put(
                "/commitments?state=SUBMITTED&limit=100",
                "{'items': [" + submitted(mine, programme, fund, north) + ", "
                        + submitted(other, programme, fund, south) + "], 'next': null}");

        assertThat(page("approver", "/approvals"))
                .contains("Eastern Pension", "Western Reserve", "Commitment to accept", "Fab Fund V");
        assertThat(page("fund-manager", "/approvals"))
                .contains("Eastern Pension")
                .doesNotContain("Western Reserve", other.toString());
    }

    private static String submitted(UUID commitment, UUID programme, UUID fund, UUID investor) {
        return """
                {'id': '%s', 'programmeId': '%s', 'fundId': '%s', 'investorId': '%s', 'state': 'SUBMITTED',
                 'amount': {'value': '60.00', 'currency': 'USD'}, 'recordedAt': '2026-03-01T10:00:00Z'}""".formatted(commitment, programme, fund, investor);
    }

    @Test
    void shows_nobody_a_proposal_of_others_who_cannot_answer_it() {
        amendment(UUID.randomUUID());

        assertThat(page("approver", "/approvals")).contains(PROPOSAL.toString());
        assertThat(page("fund-manager", "/approvals")).doesNotContain(PROPOSAL.toString());
    }

    @Test
    @DisplayName("D-1: lists to a verifier the claims that it may verify, and the page is whole")
    void lists_claims_to_a_verifier() throws SQLException {
        TimelineEvents site =
                new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
        TimelineEvents verifier = new TimelineEvents(site.programme(), site.project(), PortalProcess.id("verifier"));
        UUID claimed = UUID.randomUUID();
        UUID shown = UUID.randomUUID();
        UUID own = UUID.randomUUID();
        UUID planned = UUID.randomUUID();
        TimelineEvents.tell(
                portal.bean(DataSource.class),
                site.registered("Fab <7>", "FAB", "US-NY", "US"),
                site.planned(claimed, "First steel", "2026-02-27", "PHOTO"),
                site.claimed(claimed, "2026-02-20"),
                site.planned(shown, "Clean room", "2026-02-27", "PHOTO"),
                site.claimed(shown, "2026-02-20"),
                site.evidence(shown, "PHOTO"),
                site.planned(own, "Own roof", "2026-02-27"),
                verifier.claimed(own, "2026-02-20"),
                site.planned(planned, "Far off", "2027-02-27"));
        empty("/approvals?state=PENDING&service=commitments&limit=100");

        assertThat(page("verifier", "/approvals"))
                .doesNotContain("Some of it cannot be shown now")
                .contains("href=\"/milestones/" + claimed + "\"", "First steel", "Fab &lt;7&gt;", "Milestone to verify")
                .contains("href=\"/milestones/" + shown + "\"", "Clean room")
                .doesNotContain("Own roof", "Far off");
    }

    private static void empty(String path) {
        put(path, "{'items': [], 'next': null}");
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
                portal.bean(DataSource.class),
                site.registered("Fab West", "FAB", "US-NY", "US"),
                site.planned(milestone, "Shell <tight>", "2026-02-27", "PHOTO"));
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund VI', 'USD', null, false)"
                .formatted(fund, site.programme()));
        portal.sql("""
                insert into raise_tranche values ('%s', '%s', '%s', null, 'Tranche C', 'USD', 4200000000, 'LOCKED', '{}', '{}',
                    false, null, null)""".formatted(tranche, site.programme(), fund));
        put("/approvals/" + PROPOSAL + "?service=commitments", """
                {'id': '%1$s', 'state': 'PENDING', 'command': 'waiver', 'subject': {'type': 'milestone', 'id': '%2$s'},
                 'contentHash': '%3$s', 'content': {'command': 'waiver', 'milestoneId': '%4$s', 'ofAll': false,
                 'trancheIds': ['%5$s', '%6$s'], 'expires': '2027-06-30', 'state': 'PLANNED', 'reason': 'It is dry',
                 'tranches': [{'trancheId': '%5$s', 'name': 'Tranche C'}, {'trancheId': '%6$s', 'name': 'Tranche elsewhere'}]},
                 'proposedBy': '%7$s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        PROPOSAL, milestone, HASH, milestone, tranche, unknown, UUID.randomUUID()));

        String page = page("approver", "/approvals/commitments/" + PROPOSAL);

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
        put("/approvals/" + PROPOSAL + "?service=commitments", """
                {'id': '%s', 'state': 'PENDING', 'command': '%s', 'subject': {'type': '%s', 'id': '%s'},
                 'contentHash': '%s', 'content': %s, 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        PROPOSAL, command, subject, about, HASH, content, UUID.randomUUID()));

        for (String language : List.of("en", "fr")) {
            Texts texts = Texts.of(Locale.of(language));
            assertThat(page("approver", "/approvals/commitments/" + PROPOSAL, language))
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
    void says_so_where_there_is_more_than_is_shown() {
        put(
                "/approvals?state=PENDING&service=commitments&limit=100",
                "{'items': [" + proposal(TRANCHE) + "], 'next': 'x'}");

        assertThat(page("approver", "/approvals")).contains("These 1 and more wait for a person");
    }

    @Test
    void says_so_where_a_service_does_not_answer() {
        service.put("/approvals?state=PENDING&service=commitments&limit=100", 503, "{}");

        assertThat(page("approver", "/approvals")).contains("Some of it cannot be shown now");
    }

    @Test
    @DisplayName("D-6: shows all that an approval binds, and offers none to whoever proposed it")
    void shows_what_is_to_be_approved() {
        amendment(PortalProcess.id("fund-manager"));

        assertThat(page("approver", "/approvals/commitments/" + PROPOSAL))
                .contains("The site &lt;moved&gt;", "$60.00", "amended[1].date", "2027-01-31", HASH)
                .contains("action=\"/approvals/commitments/" + PROPOSAL + "/approval\"")
                .contains("action=\"/approvals/commitments/" + PROPOSAL + "/rejection\"")
                .doesNotContain("effectiveDate");
        assertThat(page("fund-manager", "/approvals/commitments/" + PROPOSAL))
                .contains("You proposed this")
                .doesNotContain("action=\"/approvals/commitments/");
    }

    @Test
    @DisplayName("D-6: shows that an approval leaves nothing of something")
    void shows_an_empty_list() {
        put("/approvals/" + PROPOSAL + "?service=commitments", """
                {'id': '%s', 'state': 'PENDING', 'command': 'amend-tranche', 'subject': {'type': 'tranche', 'id': '%s'},
                 'contentHash': '%s', 'content': {'conditions': []}, 'proposedBy': '%s',
                 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        PROPOSAL, TRANCHE, HASH, UUID.randomUUID()));

        assertThat(page("approver", "/approvals/commitments/" + PROPOSAL))
                .contains("<dt class=\"mono wrap\">conditions</dt><dd class=\"wrap\">none</dd>");
    }

    @Test
    @DisplayName("D-6: a tranche is approved as it was seen")
    void sends_the_approval_of_a_tranche() {
        String path = "/approvals/tranches/" + TRANCHE;
        put("/tranches/" + TRANCHE, """
                {'id': '%s', 'name': 'Tranche C', 'state': 'DRAFT', 'allowed': ['approval'], 'contentHash': '%s',
                 'amount': {'value': '60.00', 'currency': 'USD'},
                 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '%s', 'status': 'OPEN'}]}""".formatted(TRANCHE, HASH, UUID.randomUUID()));
        assertThat(page("approver", path))
                .contains("Tranche C of $60.00 is put to its conditions", "Conditions")
                .contains("Tranche C", "MILESTONE_VERIFIED", "name=\"contentHash\" value=\"" + HASH);

        HttpResponse<String> answer =
                send("approver", path + "/approval", Map.of("contentHash", HASH, "reason", "not asked for"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/approvals");
        Asked asked = Objects.requireNonNull(service.next());
        assertThat(asked.command()).isEqualTo("approval");
        assertThat(asked.body()).isEqualTo("{\"contentHash\":\"" + HASH + "\"}");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-9");
    }

    @Test
    void shows_a_refusal_and_no_page_for_what_is_not_there() {
        String path = "/approvals/tranches/" + TRANCHE;
        put("/tranches/" + TRANCHE, """
                {'id': '%s', 'name': 'Tranche C', 'state': 'DRAFT', 'allowed': ['approval'], 'contentHash': '%s'}""".formatted(TRANCHE, HASH));
        service.answerNext(
                403, "{\"code\": \"four-eyes\", \"title\": \"Said of it\", \"remedy\": \"Do so\", \"errors\": []}");

        HttpResponse<String> refused = send("approver", path + "/approval", Map.of("contentHash", HASH));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("role=\"alert\"", "Said of it", "Tranche C");
        assertThat(page("approver", "/approvals/tranches/" + UUID.randomUUID()))
                .contains("There is nothing here for you");
        assertThat(page("approver", "/approvals/nowhere/" + TRANCHE)).contains("There is nothing here for you");
        assertThat(send("approver", path + "/rejection", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("D-6: a closing is approved with the amounts that it makes committed")
    void sends_the_approval_of_a_closing() {
        UUID closing = UUID.randomUUID();
        String one = """
                {'id': '%s', 'kind': 'FINAL', 'date': '2026-06-30', 'fundId': '%s', 'state': 'PLANNED',
                 'allowed': ['approval', 'cancellation'], 'contentHash': '%s', 'recordedAt': '2026-03-01T10:00:00Z',
                 'commitments': [{'id': '%s', 'investorId': '%s', 'amount': {'value': '60.00', 'currency': 'USD'}}]}""".formatted(closing, UUID.randomUUID(), HASH, UUID.randomUUID(), UUID.randomUUID());
        put("/closings?state=PLANNED&limit=100", "{'items': [" + one + "], 'next': null}");
        put("/closings/" + closing, one);
        String path = "/approvals/closings/" + closing;

        assertThat(page("approver", "/approvals")).contains("href=\"" + path + "\"", "Closing to approve");
        assertThat(page("approver", path)).contains("commitments[1].amount", "$60.00", "2026-06-30", HASH);
        assertThat(send("approver", path + "/approval", Map.of("contentHash", HASH))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Objects.requireNonNull(service.next()).command()).isEqualTo("approval");
    }

    private static void commits(UUID commitment, UUID programme, UUID fund, UUID investor, String name) {
        portal.sql("insert into raise_investor (investor_id, name, kind, country, consent_to_be_named)"
                + " values ('%s', '%s', 'GOVERNMENT', 'NO', true)".formatted(investor, name));
        portal.sql("""
                insert into raise_commitment values
                    ('%s', '%s', '%s', '%s', 'ACCEPTED', 'USD', 60, 0, 0, 0, '2026-01-01', 'DAY', null, null, '{}', false,
                     '{}', 1, now())
                """.formatted(commitment, programme, fund, investor));
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
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund <I>', 'USD', null, false)"
                .formatted(fund, programme));
        commits(first, programme, fund, north, "Northern Pension");
        put("/closings/" + closing, """
                {'id': '%s', 'kind': 'FINAL', 'date': '2026-06-30', 'fundId': '%s', 'state': 'PLANNED',
                 'allowed': ['approval'], 'contentHash': '%s', 'commitments': [
                 {'id': '%s', 'investorId': '%s', 'amount': {'value': '60.00', 'currency': 'USD'}},
                 {'id': '%s', 'investorId': '%s', 'amount': {'value': '40.01', 'currency': 'USD'}}]}""".formatted(closing, fund, HASH, first, north, UUID.randomUUID(), unknown));

        String page = page("approver", "/approvals/closings/" + closing);

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
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund II', 'USD', null, false)"
                .formatted(fund, programme));
        commits(UUID.randomUUID(), programme, fund, UUID.randomUUID(), "Southern Reserve");
        JsonNode asked = grant("auditor", "{\"role\": \"stakeholder\", \"scope\": {\"fundId\": \"" + fund + "\"}}");

        assertThat(page(
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
                 'recordedAt': '2026-03-01T10:00:00Z'}""".formatted(account, UUID.randomUUID(), HASH);
        put("/bank-accounts?state=PROPOSED&limit=100", "{'items': [" + one + "], 'next': null}");
        put("/bank-accounts/" + account, one);
        String path = "/approvals/accounts/" + account;

        assertThat(page("approver", "/approvals"))
                .contains("href=\"" + path + "\"", "Bank account to approve", "Fab Fund I");
        assertThat(page("approver", path))
                .contains("DE89370400440532013000", "COBADEFF", "7F2A 91C4 0B3E D8A6 52C9", HASH);
        assertThat(send("approver", path + "/approval", Map.of("contentHash", HASH))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Objects.requireNonNull(service.next()).command()).isEqualTo("approval");

        put("/bank-accounts/" + account, one.replace("PROPOSED", "LAPSED").replace("['approval']", "[]"));
        assertThat(page("approver", path)).contains("does not wait").doesNotContain(path + "/approval");
    }

    @Test
    @DisplayName("D-1, D-6: a role that one person gives another reads and confirms; neither maker nor holder does")
    void confirms_a_grant() {
        JsonNode asked = grant("verifier", "{\"role\": \"site-reporter\", \"until\": \"2031-05-04\"}");
        String path = "/approvals/portal/" + asked.path("approvalId").asText();
        Map<String, String> seen =
                Map.of("contentHash", asked.path("contentHash").asText());

        assertThat(page("approver", "/approvals")).contains("href=\"" + path + "\"", "Give a role");
        assertThat(page("approver", path))
                .contains(
                        "site-reporter",
                        "<dt>Role</dt><dd class=\"wrap\">Site reporter</dd>",
                        "<dt>Where</dt><dd class=\"wrap\">Everywhere</dd>",
                        "4\u00a0May\u00a02031",
                        "verifier",
                        "2031-05-04",
                        asked.path("contentHash").asText());
        assertThat(page("admin", path)).contains("You proposed this").doesNotContain(path + "/approval");
        assertThat(page("investor", path)).contains("There is nothing here for you");
        assertThat(send("verifier", path + "/approval", seen).statusCode()).isEqualTo(403);
        HttpResponse<String> other = send("approver", path + "/approval", Map.of("contentHash", HASH));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(409);
        assertThat(other.body()).contains("role=\"alert\"", "site-reporter");

        assertThat(send("approver", path + "/approval", seen).statusCode()).isEqualTo(303);
        assertThat(send("approver", path + "/approval", seen).statusCode())
                .as("the same form")
                .isEqualTo(303);

        assertThat(page("approver", path)).contains("does not wait for an answer any more");
        assertThat(page("approver", "/approvals")).doesNotContain(path);
    }

    @Test
    void turns_a_grant_down_with_a_reason() {
        JsonNode asked = grant("stakeholder", "{\"role\": \"auditor\"}");
        String path = "/approvals/portal/" + asked.path("approvalId").asText();

        HttpResponse<String> bare = send("approver", path + "/rejection", Map.of("reason", " "));
        assertThat(bare.statusCode()).as(bare.body()).isEqualTo(422);
        assertThat(bare.body()).contains("id=\"reason-wrong\"");
        assertThat(send("approver", path + "/rejection", Map.of("reason", "Nobody asked"))
                        .statusCode())
                .isEqualTo(303);

        String id = asked.path("approvalId").asText();
        assertThat(portal.get("admin", "/api/v1/grants/" + id).body()).contains("REJECTED", "Nobody asked");
    }

    private static JsonNode grant(String account, String body) {
        HttpResponse<String> proposed =
                portal.post("admin", "/api/v1/accounts/" + PortalProcess.id(account) + "/grants", body);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
        return PortalProcess.json(proposed);
    }
}
