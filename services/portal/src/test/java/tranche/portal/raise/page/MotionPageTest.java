package tranche.portal.raise.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.upstream.Drawdowns;
import tranche.upstream.Drawdowns.Asked;

@DisplayName("The form of an amendment or a transfer")
class MotionPageTest {

    private static final UUID PROGRAMME = UUID.randomUUID();
    private static final UUID FUND = UUID.randomUUID();
    private static final UUID NORTH = UUID.randomUUID();
    private static final UUID SOUTH = UUID.randomUUID();
    private static final UUID COMMITMENT = UUID.randomUUID();
    private static final UUID PROPOSAL = UUID.randomUUID();
    private static final String HERE = "/commitments/" + COMMITMENT;
    private static final String HASH = "ab12".repeat(16);
    private static final String CONTENT = """
            {'commitmentId': '%s', 'investorId': '%s', 'amountBefore': {'value': '100.00', 'currency': 'USD'}, %s,
             'effectiveDate': '2026-03-01', 'reason': 'Agreed <in> March', 'documents': [{'name': 'Consent.pdf', 'sha256': '%s'}]}""";

    private static PortalProcess portal;
    private static Drawdowns service;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.demo();
        service = portal.drawdowns();
        portal.sql("insert into raise_programme values ('%s', 'Horizon', 'USD', null, null, null, '2026-01-01', true)"
                .formatted(PROGRAMME));
        portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund I', 'USD', null, false)"
                .formatted(FUND, PROGRAMME));
        investor(NORTH, "Northern <Pension>");
        investor(SOUTH, "Southern Reserve");
        portal.sql("""
                insert into raise_commitment values
                    ('%s', '%s', '%s', '%s', 'CLOSED', 'USD', 100, 30, 30, 0, '2026-01-01', 'DAY', null, null, '{}', false,
                     '{}', 4, now())
                """.formatted(COMMITMENT, PROGRAMME, FUND, NORTH));
    }

    private static void investor(UUID id, String name) {
        portal.sql("insert into raise_investor (investor_id, name, kind, country, consent_to_be_named)"
                + " values ('%s', '%s', 'GOVERNMENT', 'NO', true)".formatted(id, name));
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    @BeforeEach
    void isClosed() {
        service.clear();
        while (service.next() != null) {
            // What another test has sent is none of this one's business.
        }
        put(HERE, "{'id': '%s', 'allowed': ['amendments', 'transfer']}".formatted(COMMITMENT));
        put("/investors", """
                {'items': [{'id': '%s', 'name': 'Southern Reserve', 'kind': 'GOVERNMENT', 'country': 'NO'},
                           {'id': '%s', 'name': 'Northern <Pension>', 'kind': 'GOVERNMENT', 'country': 'NO'}], 'next': null}
                """.formatted(SOUTH, NORTH));
    }

    private static void put(String path, String json) {
        service.put(path, json.replace('\'', '"'));
    }

    private static String page(String account, String path) {
        return get(account, path).body();
    }

    private static HttpResponse<String> get(String account, String path) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", portal.cookie(account) + "; tranche-language=en"));
    }

    private static HttpResponse<String> send(String path, Map<String, String> form) {
        String cookie = portal.cookie("fund-manager");
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + "&once=once-7&version=4&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private static Asked asked() {
        return Objects.requireNonNull(service.next(), "no command came");
    }

    private static void proposed(String command, String member) {
        String proposal = """
                {'id': '%s', 'state': 'PENDING', 'command': '%s', 'subject': {'type': 'commitment', 'id': '%s'},
                 'contentHash': '%s', 'content': %s, 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}""".formatted(
                        PROPOSAL,
                        command,
                        COMMITMENT,
                        HASH,
                        CONTENT.formatted(COMMITMENT, NORTH, member, HASH),
                        PortalProcess.id("fund-manager"));
        put("/approvals", """
                {'items': [{'id': '%s', 'state': 'PENDING', 'command': '%s', 'subject': {'type': 'commitment', 'id': '%s'},
                 'contentHash': '%s', 'proposedBy': '%s', 'expiresAt': '2026-12-01T10:00:00Z'}], 'next': null}""".formatted(PROPOSAL, command, COMMITMENT, HASH, PortalProcess.id("fund-manager")));
        put("/approvals/" + PROPOSAL, proposal);
    }

    @Test
    void is_offered_to_a_manager_of_what_is_closed_and_to_nobody_else() {
        assertThat(page("fund-manager", HERE))
                .contains("href=\"" + HERE + "/amendments\"", "href=\"" + HERE + "/transfer\"");
        assertThat(page("approver", HERE)).doesNotContain(HERE + "/amendments");
        assertThat(get("approver", HERE + "/amendments").statusCode()).isEqualTo(404);
        put(HERE, "{'id': '%s', 'allowed': []}".formatted(COMMITMENT));
        assertThat(page("fund-manager", HERE)).doesNotContain(HERE + "/amendments");
        assertThat(get("fund-manager", HERE + "/amendments").headers().firstValue("Location"))
                .contains(HERE);
    }

    @Test
    void proposes_another_amount_as_the_api_takes_it() {
        put(HERE + "/amendments", "{'approvalId': '%s'}".formatted(PROPOSAL));

        HttpResponse<String> done = send(
                HERE + "/amendments",
                Map.of(
                        "amount",
                        "1.5bn",
                        "effectiveDate",
                        "2026-03-01",
                        "reason",
                        "Agreed",
                        "documents",
                        HASH.toUpperCase(java.util.Locale.ROOT) + "  Consent, signed.pdf\r\n"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains(HERE);
        Asked asked = asked();
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-7");
        assertThat(asked.headers().get("If-Match")).isEqualTo("\"4\"");
        JsonNode body = PortalProcess.json(asked.body());
        assertThat(body.at("/amount/value").asText()).isEqualTo("1500000000.00");
        assertThat(body.at("/amount/currency").asText()).isEqualTo("USD");
        assertThat(body.at("/effectiveDate").asText()).isEqualTo("2026-03-01");
        assertThat(body.at("/reason").asText()).isEqualTo("Agreed");
        assertThat(body.at("/documents/0/name").asText()).isEqualTo("Consent, signed.pdf");
        assertThat(body.at("/documents/0/sha256").asText()).isEqualTo(HASH);
    }

    @Test
    void proposes_that_the_whole_goes_over_where_no_part_is_named() {
        put(HERE + "/transfer", "{'approvalId': '%s'}".formatted(PROPOSAL));
        assertThat(page("fund-manager", HERE + "/transfer"))
                .contains("value=\"" + SOUTH + "\"", "Southern Reserve, Government, NO")
                .doesNotContain("value=\"" + NORTH + "\"");

        assertThat(send(HERE + "/transfer", Map.of("toInvestorId", SOUTH.toString(), "amount", "", "effectiveDate", ""))
                        .statusCode())
                .isEqualTo(303);

        assertThat(PortalProcess.json(asked().body()).toString()).isEqualTo("{\"toInvestorId\":\"" + SOUTH + "\"}");
    }

    @Test
    void says_at_each_field_what_is_wrong_and_keeps_what_was_typed() {
        HttpResponse<String> refused = send(
                HERE + "/amendments",
                Map.of("amount", "a lot", "reason", " ", "documents", "Consent.pdf", "effectiveDate", "2026-03-01"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This cannot be taken as it is filled in", "href=\"#amount\"", "href=\"#reason\"")
                .contains("href=\"#documents\"", "value=\"a lot\"", "value=\"2026-03-01\"", ">Consent.pdf</textarea>");
        assertThat(service.next()).as("nothing was sent").isNull();
        assertThat(send(HERE + "/transfer", Map.of()).body()).contains("href=\"#toInvestorId\"");
    }

    @Test
    void points_at_the_field_that_a_refusal_is_about() {
        service.put(HERE + "/amendments", 409, """
                {"code": "amount-below-called", "title": "Less than is called", "detail": "$30.00 is called.", "remedy": "Name more.",
                 "errors": []}
                """);
        HttpResponse<String> refused = send(HERE + "/amendments", Map.of("amount", "20", "reason", "Less"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Less than is called", "$30.00 is called.", ">New amount: Name more.</a>")
                .contains("href=\"#amount\"", "$20.00: twenty, in US dollars");

        service.put(HERE + "/amendments", 422, """
                {"code": "validation", "title": "Invalid", "errors": [{"pointer": "/amount/value", "code": "x", "detail": "No."}]}
                """);
        assertThat(send(HERE + "/amendments", Map.of("amount", "20", "reason", "Less"))
                        .body())
                .contains("href=\"#amount\"", "id=\"amount-wrong\"");
    }

    @Test
    void echoes_an_amount_in_full_and_in_words_while_it_is_typed() {
        assertThat(page("fund-manager", "/amounts?currency=USD&amount=4.2bn"))
                .contains("$4,200,000,000.00: four billion two hundred million, in US dollars");
        assertThat(page("fund-manager", "/amounts?currency=USD&amount=%3Cb%3E"))
                .contains("This is not understood as an amount")
                .doesNotContain("<b>");
        assertThat(page("fund-manager", "/amounts?currency=USD&amount=").strip())
                .isEmpty();
    }

    @Test
    void what_waits_is_said_on_the_commitment_and_who_may_confirm_it() {
        proposed("amend-commitment", "'amount': {'value': '120.00', 'currency': 'USD'}");

        assertThat(page("fund-manager", HERE))
                .contains(
                        "Northern &lt;Pension&gt;’s commitment to Fab Fund I of $100.00 becomes $120.00, from 1\u00a0Mar\u00a02026.")
                .contains("You proposed it: any approver of the fund but you may confirm it until");
        assertThat(page("approver", HERE))
                .contains("as an approver of the fund you may confirm it until")
                .contains("href=\"/approvals/commitments/" + PROPOSAL + "\"");
        assertThat(page("auditor", HERE))
                .contains("An approver of the fund who did not propose it may confirm it until");
    }

    @Test
    void an_approver_reads_an_amendment_in_a_sentence_and_its_figures() {
        proposed("amend-commitment", """
                'amount': {'value': '120.00', 'currency': 'USD'}, 'called': {'value': '30.00', 'currency': 'USD'},
                'restored': {'value': '5.00', 'currency': 'USD'}""");

        String one = page("approver", "/approvals/commitments/" + PROPOSAL);
        assertThat(one)
                .contains(
                        "Northern &lt;Pension&gt;’s commitment to Fab Fund I of $100.00 becomes $120.00, from 1\u00a0Mar\u00a02026.")
                .contains(
                        "$25.00", "Consent.pdf", "Agreed &lt;in&gt; March", "href=\"" + HERE + "\"", "value=\"" + HASH);
        assertThat(page("approver", "/approvals"))
                .contains("Northern &lt;Pension&gt;", "Change a commitment’s amount", "Fab Fund I");
    }

    @Test
    void an_approver_reads_what_a_transfer_takes_along_and_what_stays() {
        String part = """
                {'amount': {'value': '%1$s', 'currency': 'USD'}, 'called': {'value': '%2$s', 'currency': 'USD'},
                 'paid': {'value': '%2$s', 'currency': 'USD'}, 'distributed': {'value': '0.00', 'currency': 'USD'}}""";
        proposed(
                "transfer-commitment",
                "'toInvestorId': '%s', 'transferred': {'value': '40.00', 'currency': 'USD'}, 'goes': %s, 'stays': %s"
                        .formatted(SOUTH, part.formatted("40.00", "12.00"), part.formatted("60.00", "18.00")));

        assertThat(page("approver", "/approvals/commitments/" + PROPOSAL))
                .contains(
                        "$40.00 of Northern &lt;Pension&gt;’s commitment to Fab Fund I, $100.00, goes over to Southern Reserve,")
                .contains("$40.00, of which called $12.00, paid $12.00, distributed $0.00")
                .contains("$60.00, of which called $18.00, paid $18.00, distributed $0.00");
    }
}
