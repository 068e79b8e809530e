package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.CSV;
import static tranche.launcher.openapi.CommitmentsWalk.XLSX;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The way of money that is called, from a draft to what comes in and goes back, with the refusals beside it. */
final class CallsWalk {

    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";
    private static final String AUDITOR = "auditor";
    private static final String NOBODY = "";
    private static final String CALLS = "/api/v1/capital-calls";
    private static final String RECEIPTS = "/api/v1/receipts";
    private static final String INVESTMENTS = "/api/v1/investments";

    private final Deployment api;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private int keys;

    CallsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String fund = fund();
        drafts(fund);
        isPaidTo(fund);
        Exchange call = issued(fund, "INVESTMENT", "100.00");
        notices(call);
        Exchange receipt = comesIn(fund, call);
        goesBack(fund, receipt);
        applies(fund);
        invests(fund, call);
        lists(fund, call);
        reverses(call);
    }

    private String[] key() {
        return new String[] {"Idempotency-Key", "calls-" + ++keys};
    }

    private static String usd(String value) {
        return "{\"value\": \"" + value + "\", \"currency\": \"USD\"}";
    }

    /** A fund without notice, with one closed commitment. */
    private String fund() {
        String programme = done(api.post(
                        MANAGER, "/api/v1/programmes", "{\"name\": \"Inland fabs\", \"headlineCurrency\": \"USD\"}"))
                .id();
        String fund = done(api.post(MANAGER, "/api/v1/funds", """
                {"programmeId": "%s", "name": "Inland fabs I", "baseCurrency": "USD", "calendar": "TARGET",
                 "terms": {"noticeBusinessDays": 0}}""".formatted(programme)))
                .id();
        refused("nobody-to-call", api.post(MANAGER, CALLS, draft(fund, "FEE", "1.00")));
        String investor = done(api.post(
                        MANAGER, "/api/v1/investors", "{\"name\": \"Bank\", \"kind\": \"OTHER\", \"country\": \"DE\"}"))
                .id();
        String taken = done(api.post(
                        MANAGER, "/api/v1/commitments/take-on", """
                {"fundId": "%s", "investorId": "%s", "amount": %s, "asOf": "2026-01-31", "source": "old books"}""".formatted(fund, investor, usd("1000.00"))))
                .location();
        done(api.post(APPROVER, taken + "/take-on-approval", ""));
        return fund;
    }

    private String draft(String fund, String type, String amount) {
        return """
                {"fundId": "%s", "dueDate": "%s", "purpose": "First tools",
                 "components": [{"type": "%s", "amount": %s}]}""".formatted(fund, today.plusDays(30), type, usd(amount));
    }

    private void drafts(String fund) {
        String body = draft(fund, "INVESTMENT", "100.00");
        refused("insufficient-uncalled", api.post(MANAGER, CALLS, body.replace("100.00", "1000.01")));
        refused("currency-not-the-funds", api.post(MANAGER, CALLS, body.replace("USD", "EUR")));
        refused("validation", api.post(MANAGER, CALLS, body.replace("INVESTMENT", "GIFT")));
        refused("forbidden", api.post(AUDITOR, CALLS, body));
        String wanted = body.replace("\"purpose\": \"First tools\",", "");
        refused("insufficient-uncalled", api.post(MANAGER, CALLS + "/preview", wanted.replace("100.00", "1000.01")));
        assertThat(done(api.post(MANAGER, CALLS + "/preview", wanted))
                        .json()
                        .at("/lines/0/uncalledAfter/value")
                        .asText())
                .isEqualTo("900.00");
        Exchange drafted = done(api.post(MANAGER, CALLS, body));
        String place = drafted.location();
        done(api.send(MANAGER, "PATCH", place, "{\"dueDate\": \"" + today.minusDays(1) + "\"}", "If-Match", "\"1\""));
        refused("version-conflict", api.send(MANAGER, "PATCH", place, "{}", "If-Match", "\"1\""));
        done(api.post(
                MANAGER,
                CALLS + "/preview",
                wanted.replaceFirst("\\{", "{\"callId\": \"" + drafted.id() + "\", ")
                        .replace("100.00", "120.00")));
        refused("content-changed", api.post(APPROVER, place + "/approval", hash(drafted)));
        done(api.post(APPROVER, place + "/return", "{\"reason\": \"Which tools?\"}"));
        Exchange read = done(api.get(AUDITOR, place));
        refused("four-eyes", api.post(MANAGER, place + "/approval", hash(read)));
        done(api.post(APPROVER, place + "/approval", hash(read)));
        refused("idempotency-key-required", api.post(MANAGER, place + "/issue", ""));
        refused("notice-too-short", api.post(MANAGER, place + "/issue", "", key()));
        done(api.post(MANAGER, place + "/reopen", "{\"reason\": \"Its day is over\"}"));
        refused("invalid-state", api.post(MANAGER, place + "/issue", "", key()));
        done(api.post(MANAGER, place + "/cancellation", "{\"reason\": \"Called anew\"}"));
        done(api.get(AUDITOR, place + "/changes"));
        done(api.get(AUDITOR, place + "?asOf=" + today));
    }

    private static String hash(Exchange of) {
        return "{\"contentHash\": \"" + of.text("contentHash") + "\"}";
    }

    private Exchange issued(String fund, String type, String amount) {
        Exchange drafted = done(api.post(MANAGER, CALLS, draft(fund, type, amount)));
        done(api.post(APPROVER, drafted.location() + "/approval", hash(drafted)));
        done(api.post(MANAGER, drafted.location() + "/issue", "", key()));
        return drafted;
    }

    /** Where the fund is paid, as one person proposes and another approves it. */
    private void isPaidTo(String fund) {
        String list = "/api/v1/funds/" + fund + "/bank-accounts";
        String body = "{\"holder\": \"Inland fabs I\", \"iban\": \"DE89 3704 0044 0532 0130 00\","
                + " \"bic\": \"COBADEFF\", \"currency\": \"USD\"}";
        refused("validation", api.post(MANAGER, list, body.replace("DE89", "DE88")));
        refused("currency-not-the-funds", api.post(MANAGER, list, body.replace("USD", "EUR")));
        Exchange account = done(api.post(MANAGER, list, body));
        String place = account.location();
        refused("four-eyes", api.post(MANAGER, place + "/approval", hash(account)));
        refused(
                "content-changed",
                api.post(APPROVER, place + "/approval", "{\"contentHash\": \"" + "0".repeat(64) + "\"}"));
        refused("version-conflict", api.post(APPROVER, place + "/approval", hash(account), "If-Match", "\"2\""));
        done(api.post(APPROVER, place + "/approval", hash(account)));
        refused("invalid-state", api.post(APPROVER, place + "/approval", hash(account)));
        done(api.get(AUDITOR, place));
        done(api.get(AUDITOR, place + "?asOf=" + today));
        done(api.get(AUDITOR, list));
        String all = "/api/v1/bank-accounts";
        done(api.get(AUDITOR, all + "?state=PROPOSED"));
        assertThat(done(api.get(AUDITOR, all + "?state=ACTIVE"))
                        .json()
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("ACTIVE");
        done(api.post(MANAGER, list, body));
        Exchange first = done(api.get(AUDITOR, all + "?limit=1"));
        done(api.get(AUDITOR, all + "?after=" + first.text("next")));
        refused("validation", api.get(AUDITOR, all + "?state=NONE"));
        assertThat(done(api.get(AUDITOR, all, "Accept", CSV)).mediaType()).isEqualTo(CSV);
        assertThat(done(api.get(AUDITOR, all, "Accept", XLSX)).mediaType()).isEqualTo(XLSX);
        assertThat(done(api.get(AUDITOR, list, "Accept", CSV)).mediaType()).isEqualTo(CSV);
        assertThat(done(api.get(AUDITOR, list, "Accept", XLSX)).mediaType()).isEqualTo(XLSX);
    }

    private void notices(Exchange call) {
        String notice =
                call.location() + "/lines/" + call.json().at("/lines/0/id").asText() + "/notice";
        Exchange signed = done(api.get(AUDITOR, notice, "Accept", "application/json"));
        assertThat(signed.json().at("/payment/bic").asText()).isEqualTo("COBADEFF");
        assertThat(done(api.get(AUDITOR, notice)).mediaType()).isEqualTo("application/pdf");
        refused("not-acceptable", api.get(AUDITOR, notice, "Accept", "image/png"));
        String sha256 = signed.header("ETag").orElseThrow().replace("\"", "");
        assertThat(done(api.get(NOBODY, "/api/v1/notices/" + sha256)).text("state"))
                .isEqualTo("GENUINE");
        assertThat(done(api.get(NOBODY, "/api/v1/notices/" + "0".repeat(64))).text("state"))
                .isEqualTo("UNKNOWN");
        refused("not-found", api.get(NOBODY, "/api/v1/notices/0"));
    }

    private String entry(String fund, String reference, String amount, String remittance) {
        return """
                {"fundId": "%s", "bankAccount": "DE89 3704 0044 0532 0130 00", "entryReference": "%s", "valueDate": "%s",
                 "amount": %s, "debtorName": "Bank", "debtorIban": "GB82WEST12345698765432", "remittance": "%s"}""".formatted(fund, reference, today, usd(amount), remittance);
    }

    private static String matches(Exchange call, String amount) {
        return "{\"matches\": [{\"callLineId\": \""
                + call.json().at("/lines/0/id").asText() + "\", \"amount\": " + usd(amount) + "}]}";
    }

    private Exchange comesIn(String fund, Exchange call) {
        String body = entry(
                fund, "A-1", "130.00", call.json().at("/lines/0/reference").asText());
        refused("idempotency-key-required", api.post(MANAGER, RECEIPTS, body));
        Exchange receipt = done(api.post(MANAGER, RECEIPTS, body, key()));
        done(api.post(MANAGER, RECEIPTS, body, key()));
        refused("entry-conflict", api.post(MANAGER, RECEIPTS, body.replace("130.00", "131.00"), key()));
        refused("validation", api.post(MANAGER, RECEIPTS, body.replace("DE89", "DE88"), key()));
        String place = receipt.location();
        assertThat(done(api.get(AUDITOR, place)).json().at("/proposals/0/rule").asText())
                .isEqualTo("REFERENCE");
        refused("exceeds-open-amount", api.post(MANAGER, place + "/match", matches(call, "100.01"), key()));
        refused("excess-without-investor", api.post(MANAGER, place + "/match", matches(call, "100.00"), key()));
        String investor = call.json().at("/lines/0/investorId").asText();
        done(api.post(
                MANAGER,
                place + "/match",
                matches(call, "100.00").replaceAll("}$", ", \"overpaymentInvestorId\": \"" + investor + "\"}"),
                key()));
        Exchange exact = done(api.post(
                MANAGER,
                RECEIPTS,
                entry(
                        fund,
                        "A-2",
                        "40.00",
                        issued(fund, "FEE", "40.00")
                                .json()
                                .at("/lines/0/reference")
                                .asText()),
                key()));
        assertThat(exact.text("state")).isEqualTo("MATCHED");
        done(api.post(MANAGER, exact.location() + "/unmatch", "{\"reason\": \"Another fund's\"}"));
        done(api.post(MANAGER, exact.location() + "/return", "{\"reason\": \"Recalled\"}", key()));
        return receipt;
    }

    /** What is held is applied as far as the next line goes. */
    private void applies(String fund) {
        Exchange receipt = done(api.post(MANAGER, RECEIPTS, entry(fund, "A-3", "9.00", "ahead of time"), key()));
        Exchange call = issued(fund, "EXPENSE", "5.00");
        String investor = call.json().at("/lines/0/investorId").asText();
        done(api.post(
                MANAGER,
                receipt.location() + "/match",
                "{\"matches\": [], \"overpaymentInvestorId\": \"" + investor + "\"}",
                key()));
        String line = call.json().at("/lines/0/id").asText();
        String apply = "{\"callLineId\": \"" + line + "\", \"reason\": \"Letter of today\"}";
        done(api.post(MANAGER, receipt.location() + "/apply-to-next-call", apply));
        refused("line-not-open", api.post(MANAGER, receipt.location() + "/apply-to-next-call", apply));
    }

    private static String investment(String fund, UUID project, String more, String day, String amount) {
        return """
                {"fundId": "%s", "projectId": "%s"%s, "date": "%s", "amount": %s}""".formatted(fund, project, more, day, usd(amount));
    }

    /** What has come in for the call goes into a project. */
    private void invests(String fund, Exchange call) {
        UUID project = api.tellOfSite(call.text("programmeId"));
        String day = today.toString();
        String body = investment(fund, project, "", day, "60.00");
        refused("idempotency-key-required", api.post(MANAGER, INVESTMENTS, body));
        refused("forbidden", api.post(AUDITOR, INVESTMENTS, body, key()));
        refused("exceeds-cash", api.post(MANAGER, INVESTMENTS, investment(fund, project, "", day, "5000.00"), key()));
        refused(
                "effective-date-ahead",
                api.post(
                        MANAGER,
                        INVESTMENTS,
                        investment(fund, project, "", today.plusDays(3).toString(), "60.00"),
                        key()));
        refused("currency-not-the-funds", api.post(MANAGER, INVESTMENTS, body.replace("USD", "EUR"), key()));
        refused(
                "validation",
                api.post(MANAGER, INVESTMENTS, investment(fund, UUID.randomUUID(), "", day, "60.00"), key()));
        String waiting = done(api.post(
                        MANAGER, "/api/v1/tranches", """
                {"fundId": "%s", "name": "Later", "amount": %s,
                 "conditions": [{"type": "DATE_REACHED", "date": "%s"}]}""".formatted(fund, usd("1.00"), today.plusYears(1))))
                .id();
        refused(
                "tranche-not-released",
                api.post(
                        MANAGER,
                        INVESTMENTS,
                        investment(fund, project, ", \"trancheId\": \"" + waiting + "\"", day, "60.00"),
                        key()));
        Exchange made = done(api.post(MANAGER, INVESTMENTS, body, key()));
        done(api.get(AUDITOR, made.location()));
        done(api.get(AUDITOR, INVESTMENTS + "?fundId=" + fund + "&projectId=" + project));
    }

    private void goesBack(String fund, Exchange receipt) {
        String place = receipt.location();
        String nameless = entry(fund, "A-4", "3.00", "cash").replaceAll(" \"debtorIban\": \"[^\"]*\",", "");
        refused(
                "origin-unknown",
                api.post(
                        MANAGER,
                        done(api.post(MANAGER, RECEIPTS, nameless, key())).location() + "/refund",
                        "{\"reason\": \"Not ours\"}",
                        key()));
        confirmed(done(api.post(MANAGER, place + "/refund", "{\"reason\": \"Too much\"}", key())));
        refused("invalid-state", api.post(MANAGER, place + "/unmatch", "{\"reason\": \"Too late\"}"));
        done(api.post(MANAGER, place + "/refund-confirmation", "{\"effectiveDate\": \"" + today + "\"}", key()));
        done(api.get(AUDITOR, RECEIPTS + "?state=REFUNDED&fundId=" + fund));
    }

    private void confirmed(Exchange proposed) {
        done(api.post(
                APPROVER,
                proposed.location() + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}",
                key()));
    }

    private void lists(String fund, Exchange call) {
        for (String list : new String[] {CALLS + "?fundId=" + fund, RECEIPTS + "?fundId=" + fund}) {

            Exchange first = done(api.get(AUDITOR, list + "&limit=1"));
            done(api.get(AUDITOR, list + "&limit=1&after=" + first.text("next")));
            assertThat(done(api.get(AUDITOR, list, "Accept", CSV)).mediaType()).isEqualTo(CSV);
            assertThat(done(api.get(AUDITOR, list, "Accept", XLSX)).mediaType()).isEqualTo(XLSX);
        }
        done(api.get(AUDITOR, CALLS + "?state=PAID&asOf=" + today));
        Exchange settling = done(api.get(AUDITOR, RECEIPTS + "?newestFirst=true&callId=" + call.id()));
        assertThat(settling.json().path("items")).hasSize(1);
        refused("not-found", api.get(AUDITOR, call.location() + "?asOf=2000-01-01"));
    }

    private void reverses(Exchange call) {
        confirmed(done(api.post(MANAGER, call.location() + "/reversal", "{\"reason\": \"Another project\"}", key())));
        assertThat(done(api.get(AUDITOR, call.location())).text("state")).isEqualTo("REVERSED");
    }
}
