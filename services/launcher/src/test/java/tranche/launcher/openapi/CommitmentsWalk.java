package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The way of money that is promised, from a programme to the journal, with the refusals beside it. */
final class CommitmentsWalk {

    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";
    private static final String AUDITOR = "auditor";
    private static final String DOCUMENT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Deployment api;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    CommitmentsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String programme = programme();
        String fund = fund(programme);
        String investor = investor();
        String commitment = accepted(fund, investor);
        closed(fund, commitment);
        taken(fund, investor);
        changed(fund);
        amended(commitment);
        transferred(fund, commitment);
        lists(fund, investor, programme);
        strict(fund, investor);
        stopped(fund, investor);
    }

    private String programme() {
        String body = """
                {"name": "Coastal fabs", "headlineCurrency": "USD", "target": {"value": "52000000000", "currency": "USD"},
                 "targetSource": "Announcement", "targetDate": "2030-12-31", "sample": true, "zone": "UTC",
                 "sourceSystem": "crm", "externalRef": "P-1", "effectiveDate": "2026-01-12"}""";
        String id = done(api.post(MANAGER, "/api/v1/programmes", body)).id();
        done(api.post(MANAGER, "/api/v1/programmes", body));
        refused(
                "external-reference-conflict",
                api.post(MANAGER, "/api/v1/programmes", body.replace("Coastal", "Inland")));
        refused("forbidden", api.post(APPROVER, "/api/v1/programmes", body));
        refused("unauthenticated", api.post("", "/api/v1/programmes", body));
        refused("malformed", api.post(MANAGER, "/api/v1/programmes", "{"));
        refused(
                "validation",
                api.post(MANAGER, "/api/v1/programmes", "{\"named\": \"Coastal\"}", "Accept-Language", "fr"));
        refused("currency-not-the-programmes", api.post(MANAGER, "/api/v1/programmes", """
                        {"name": "Other", "headlineCurrency": "EUR", "target": {"value": "1", "currency": "USD"}}"""));
        done(api.get(AUDITOR, "/api/v1/programmes/" + id));
        done(api.get(AUDITOR, "/api/v1/programmes/" + id + "?asOf=" + today));
        return id;
    }

    private String fund(String programme) {
        String body = """
                {"programmeId": "%s", "name": "Coastal fabs I", "baseCurrency": "USD", "calendar": "US",
                 "cap": {"value": "3000000.00", "currency": "USD"},
                 "terms": {"noticeBusinessDays": 10, "callBasis": "UNCALLED", "requireKyc": true,
                           "requireTransferConsent": false}, "zone": "UTC",
                 "unverified": false, "sourceNote": "Prospectus", "effectiveDate": "2026-01-12"}""".formatted(programme);
        Exchange made = done(api.post(MANAGER, "/api/v1/funds", body, "Idempotency-Key", "fund-1"));
        assertThat(done(api.post(MANAGER, "/api/v1/funds", body, "Idempotency-Key", "fund-1"))
                        .header("Idempotency-Replayed"))
                .contains("true");
        refused("idempotency-key-reused", api.post(MANAGER, "/api/v1/funds", body + " ", "Idempotency-Key", "fund-1"));
        done(api.get(
                AUDITOR,
                made.location(),
                "Tranche-Position",
                made.header("Tranche-Position").orElseThrow()));
        refused("not-found", api.get(AUDITOR, "/api/v1/funds/" + programme));
        refused("validation", api.post(MANAGER, "/api/v1/funds", body.replace(programme, made.id())));
        return made.id();
    }

    private String investor() {
        Exchange made = done(api.post(MANAGER, "/api/v1/investors", """
                        {"name": "Northern Sovereign Fund", "kind": "SOVEREIGN_FUND", "country": "NO",
                         "consentToBeNamed": true, "effectiveDate": "2026-01-12"}"""));
        String place = made.location();
        done(api.get(AUDITOR, place));
        done(api.send(
                MANAGER,
                "PATCH",
                place,
                "{\"name\": \"Northern Fund\", \"kind\": \"GOVERNMENT\"}",
                "If-Match",
                "\"1\""));
        refused("version-conflict", api.send(MANAGER, "PATCH", place, "{\"country\": \"SE\"}", "If-Match", "\"1\""));
        refused("validation", api.send(MANAGER, "PATCH", place, "{\"lei\": \"NONE\"}"));
        refused("effective-date-before-last", api.send(MANAGER, "PATCH", place, "{\"effectiveDate\": \"2025-01-01\"}"));
        return made.id();
    }

    private String draft(String fund, String investor, String amount) {
        return """
                {"fundId": "%s", "investorId": "%s", "amount": {"value": "%s", "currency": "USD"}}""".formatted(fund, investor, amount);
    }

    private String accepted(String fund, String investor) {
        String body = draft(fund, investor, "1250000.50");
        String place = done(api.post(MANAGER, "/api/v1/commitments", body)).location();
        refused("currency-not-the-funds", api.post(MANAGER, "/api/v1/commitments", body.replace("USD", "EUR")));
        refused("validation", api.post(MANAGER, "/api/v1/commitments", body.replace(".50", ".505")));
        done(api.send(MANAGER, "PATCH", place, "{\"effectiveDatePrecision\": \"MONTH\"}"));
        refused("submission-without-evidence", api.post(MANAGER, place + "/submission", "{}"));
        String signed = "{\"signatory\": \"A. Authorised\", \"documents\": [{\"name\": \"Agreement\", \"sha256\": \""
                + DOCUMENT + "\"}]}";
        done(api.post(MANAGER, place + "/submission", signed));
        done(api.post(APPROVER, place + "/return", "{\"reason\": \"A page is missing\"}"));
        refused("invalid-state", api.post(APPROVER, place + "/acceptance", "{\"closingDate\": \"" + today + "\"}"));
        String hash = done(api.post(MANAGER, place + "/submission", signed, "Idempotency-Key", "again"))
                .text("contentHash");
        String acceptance = "{\"closingDate\": \"" + today + "\", \"contentHash\": \"" + hash + "\"}";
        refused("four-eyes", api.post(MANAGER, place + "/acceptance", acceptance));
        refused("forbidden", api.post(AUDITOR, place + "/acceptance", acceptance));
        refused("content-changed", api.post(APPROVER, place + "/acceptance", acceptance.replace(hash, DOCUMENT)));
        refused("kyc-not-cleared", api.post(APPROVER, place + "/acceptance", acceptance));
        String kyc = "/api/v1/investors/" + investor + "/kyc";
        done(api.post(MANAGER, kyc, "{\"status\": \"CLEARED\", \"validUntil\": \"" + today.plusYears(1) + "\"}"));
        refused("version-conflict", api.post(APPROVER, place + "/acceptance", acceptance, "If-Match", "\"1\""));
        refused("closing-date-missing", api.post(APPROVER, place + "/acceptance", "{}"));
        Exchange accepted = done(api.post(APPROVER, place + "/acceptance", acceptance));
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        return accepted.id();
    }

    private void closed(String fund, String commitment) {
        String plan =
                "{\"kind\": \"INITIAL\", \"date\": \"" + today + "\", \"commitmentIds\": [\"" + commitment + "\"]}";
        String closings = "/api/v1/funds/" + fund + "/closings";
        refused("closing-without-commitments", api.post(MANAGER, closings, plan.replaceAll("\\[.*]", "[]")));
        String given = done(api.post(MANAGER, closings, plan)).location();
        refused("commitment-in-another-closing", api.post(MANAGER, closings, plan));
        done(api.post(MANAGER, given + "/cancellation", "{\"reason\": \"Another month is asked for\"}"));
        Exchange planned = done(api.post(MANAGER, closings, plan));
        String approval = "{\"contentHash\": \"" + planned.text("contentHash") + "\"}";
        refused("idempotency-key-required", api.post(APPROVER, planned.location() + "/approval", approval));
        Exchange approved =
                done(api.post(APPROVER, planned.location() + "/approval", approval, "Idempotency-Key", "closing"));
        assertThat(approved.text("state")).isEqualTo("EFFECTIVE");
        done(api.get(AUDITOR, planned.location()));
        Exchange first = done(api.get(AUDITOR, closings + "?limit=1"));
        done(api.get(AUDITOR, closings + "?after=" + first.text("next")));
        done(api.get(AUDITOR, "/api/v1/closings?state=EFFECTIVE"));
        Exchange ofAll = done(api.get(AUDITOR, "/api/v1/closings?limit=1"));
        done(api.get(AUDITOR, "/api/v1/closings?after=" + ofAll.text("next")));
        assertThat(done(api.get(AUDITOR, "/api/v1/commitments/" + commitment)).text("state"))
                .isEqualTo("CLOSED");
    }

    private void taken(String fund, String investor) {
        String body = """
                {"fundId": "%s", "investorId": "%s", "amount": {"value": "1000000", "currency": "USD"},
                 "called": {"value": "400000", "currency": "USD"}, "paid": {"value": "400000", "currency": "USD"},
                 "restored": {"value": "0", "currency": "USD"}, "distributed": {"value": "1", "currency": "USD"},
                 "asOf": "2026-02-28", "source": "Administrator's statement"}""".formatted(fund, investor);
        refused(
                "paid-exceeds-called",
                api.post(
                        MANAGER,
                        "/api/v1/commitments/take-on",
                        body.replace("\"paid\": {\"value\": \"4", "\"paid\": {\"value\": \"5")));
        String place =
                done(api.post(MANAGER, "/api/v1/commitments/take-on", body)).location();
        done(api.post(APPROVER, place + "/take-on-approval", ""));
        String other = done(api.post(MANAGER, "/api/v1/commitments", draft(fund, investor, "900000000")))
                .location();
        done(api.post(MANAGER, other + "/submission", "{\"source\": \"Public register\"}"));
        refused("fund-cap-exceeded", api.post(APPROVER, other + "/acceptance", "{\"closingDate\": \"" + today + "\"}"));
        done(api.post(MANAGER, other + "/cancellation", "{\"reason\": \"Entered by mistake\"}"));
    }

    private void changed(String fund) {
        String place = "/api/v1/funds/" + fund + "/change-terms";
        String body = """
                {"cap": {"value": "4000000", "currency": "USD"}, "calendar": "TARGET", "reason": "More was asked for",
                 "terms": {"noticeBusinessDays": 15, "callBasis": "COMMITMENT", "requireKyc": false},
                 "effectiveDate": "%s"}""".formatted(today);
        refused("cap-below-committed", api.post(MANAGER, place, body.replace("4000000", "1")));
        refused("version-conflict", api.post(MANAGER, place, body, "If-Match", "\"7\""));
        refused("forbidden", api.post(AUDITOR, place, body));
        refused("terms-unchanged", api.post(MANAGER, place, "{}"));
        refused("validation", api.post(MANAGER, place, "{\"terms\": {\"colour\": \"red\"}}"));
        Exchange first = done(api.post(MANAGER, place, body));
        Exchange second = done(api.post(MANAGER, place, "{\"cap\": null}"));
        String approval = first.location() + "/approval";
        String hash = "{\"contentHash\": \"" + first.text("contentHash") + "\"}";
        refused("four-eyes", api.post(MANAGER, approval, hash));
        refused("forbidden", api.post(AUDITOR, approval, hash));
        assertThat(done(api.post(APPROVER, approval, hash)).text("state")).isEqualTo("APPROVED");
        refused("invalid-state", api.post(APPROVER, approval, hash));
        refused(
                "content-changed",
                api.post(
                        APPROVER,
                        second.location() + "/approval",
                        "{\"contentHash\": \"" + second.text("contentHash") + "\"}"));
        done(api.get(AUDITOR, second.location()));
        done(api.post(APPROVER, second.location() + "/rejection", "{\"reason\": \"A cap is agreed\"}"));
        done(api.get(AUDITOR, "/api/v1/approvals?state=APPROVED&limit=1"));
        assertThat(done(api.get(AUDITOR, "/api/v1/funds/" + fund)).text("calendar"))
                .isEqualTo("TARGET");
    }

    private void amended(String commitment) {
        String place = "/api/v1/commitments/" + commitment + "/amendments";
        String body = """
                {"amount": {"value": "1200000.00", "currency": "USD"}, "effectiveDate": "%s", "reason": "Agreed",
                 "documents": [{"name": "Consent", "sha256": "%s"}]}""".formatted(today, DOCUMENT);
        refused("validation", api.post(MANAGER, place, "{\"reason\": \"Agreed\"}"));
        refused("forbidden", api.post(APPROVER, place, body));
        refused("version-conflict", api.post(MANAGER, place, body, "If-Match", "\"1\""));
        refused("amount-unchanged", api.post(MANAGER, place, body.replace("1200000.00", "1250000.50")));
        refused("fund-cap-exceeded", api.post(MANAGER, place, body.replace("1200000.00", "4000000.00")));
        refused("consent-missing", api.post(MANAGER, place, body.replaceAll("\\[.*]", "[]")));
        refused("currency-not-the-funds", api.post(MANAGER, place, body.replace("USD", "EUR")));
        refused(
                "effective-date-ahead",
                api.post(
                        MANAGER,
                        place,
                        body.replace(today.toString(), today.plusDays(1).toString())));
        confirmed(done(api.post(MANAGER, place, body)));
        assertThat(done(api.get(AUDITOR, "/api/v1/commitments/" + commitment)).text("reason"))
                .isEqualTo("Agreed");
    }

    private void transferred(String fund, String commitment) {
        String place = "/api/v1/commitments/" + commitment + "/transfer";
        String buyer = done(api.post(
                        MANAGER,
                        "/api/v1/investors",
                        "{\"name\": \"Buyer\", \"kind\": \"OTHER\", \"country\": \"FR\"}"))
                .id();
        String body = """
                {"toInvestorId": "%s", "amount": {"value": "200000.00", "currency": "USD"}, "effectiveDate": "%s",
                 "reason": "Sold", "documents": [{"name": "Agreement", "sha256": "%s"}]}""".formatted(buyer, today, DOCUMENT);
        refused("validation", api.post(MANAGER, place, body.replace(buyer, fund)));
        refused("forbidden", api.post(AUDITOR, place, body));
        refused("transfer-exceeds-commitment", api.post(MANAGER, place, body.replace("200000.00", "1200000.01")));
        String holder =
                done(api.get(AUDITOR, "/api/v1/commitments/" + commitment)).text("investorId");
        refused("transfer-to-same-investor", api.post(MANAGER, place, body.replace(buyer, holder)));
        confirmed(done(api.post(MANAGER, place, body)));
        confirmed(done(api.post(MANAGER, place, "{\"toInvestorId\": \"" + buyer + "\"}")));
        Exchange gone = done(api.get(AUDITOR, "/api/v1/commitments/" + commitment));
        assertThat(gone.text("state")).isEqualTo("TRANSFERRED");
        refused("invalid-state", api.post(MANAGER, place, body));
        done(api.get(AUDITOR, "/api/v1/commitments?state=TRANSFERRED&fundId=" + fund));
    }

    private void confirmed(Exchange proposed) {
        String approval = "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}";
        done(api.get(AUDITOR, proposed.location()));
        done(api.post(APPROVER, proposed.location() + "/approval", approval));
    }

    private void lists(String fund, String investor, String programme) {
        done(api.get(AUDITOR, "/api/v1/programmes?limit=1"));
        done(api.get(AUDITOR, "/api/v1/funds?programmeId=" + programme));
        done(api.get(AUDITOR, "/api/v1/investors"));
        Exchange first = done(api.get(
                AUDITOR,
                "/api/v1/commitments?limit=1&fundId=" + fund + "&investorId=" + investor + "&programmeId="
                        + programme));
        done(api.get(
                AUDITOR,
                "/api/v1/commitments?limit=1&after=" + first.text("next") + "&fundId=" + fund + "&investorId="
                        + investor + "&programmeId=" + programme));
        done(api.get(AUDITOR, "/api/v1/commitments?state=CLOSED&asOf=" + today));
        files(
                "/api/v1/programmes",
                "/api/v1/funds",
                "/api/v1/investors",
                "/api/v1/commitments",
                "/api/v1/funds/" + fund + "/closings",
                "/api/v1/closings",
                "/api/v1/funds/" + fund + "/balances",
                "/api/v1/journal?fundId=" + fund,
                "/api/v1/approvals",
                "/api/v1/imports");
        refused("as-of-not-supported", api.get(AUDITOR, "/api/v1/funds?asOf=" + today));
        refused("validation", api.get(AUDITOR, "/api/v1/funds?limit=0"));
        Exchange balance =
                done(api.get(AUDITOR, "/api/v1/funds/" + fund + "/balances?limit=1&knownAt=2999-01-01T00:00:00Z"));
        done(api.get(AUDITOR, "/api/v1/funds/" + fund + "/balances?after=" + balance.text("next")));
        Exchange journal = done(api.get(AUDITOR, "/api/v1/journal?fundId=" + fund + "&investorId=" + investor));
        assertThat(journal.json().get("items")).hasSize(5);
        refused("validation", api.get(AUDITOR, "/api/v1/journal"));
    }

    /** What is a list is a file as well. */
    private void files(String... lists) {
        for (String list : lists) {
            assertThat(done(api.get(AUDITOR, list, "Accept", CSV)).mediaType()).isEqualTo(CSV);
            assertThat(done(api.get(AUDITOR, list, "Accept", XLSX)).mediaType()).isEqualTo(XLSX);
        }
    }

    /** Nothing that the document does not name is taken. */
    private void strict(String fund, String investor) {
        refused(
                "validation",
                api.post(
                        MANAGER,
                        "/api/v1/commitments",
                        draft(fund, investor, "1").replace("}}", "}, \"note\": \"x\"}")));
        refused("validation", api.get(AUDITOR, "/api/v1/commitments?colour=blue"));
    }

    private void stopped(String fund, String investor) {
        done(api.post(
                MANAGER, "/api/v1/funds/" + fund + "/stop-subscriptions", "{\"effectiveDate\": \"" + today + "\"}"));
        refused("invalid-state", api.post(MANAGER, "/api/v1/funds/" + fund + "/stop-subscriptions", ""));
        refused("fund-closed-to-new", api.post(MANAGER, "/api/v1/commitments", draft(fund, investor, "1")));
        done(api.post(MANAGER, "/api/v1/investors/" + investor + "/suspend", "{\"reason\": \"Under review\"}"));
        refused("invalid-state", api.post(MANAGER, "/api/v1/investors/" + investor + "/suspend", ""));
    }

    static Exchange done(Exchange exchange) {
        assertThat(exchange.status()).as(exchange.toString()).isBetween(200, 299);
        return exchange;
    }

    static Exchange refused(String code, Exchange exchange) {
        assertThat(exchange.status()).as(exchange.toString()).isBetween(400, 499);
        assertThat(exchange.text("code")).as(exchange.toString()).isEqualTo(code);
        return exchange;
    }
}
