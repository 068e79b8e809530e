package tranche.launcher.verify;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tranche.portal.founding.DemoAccounts;

/** A little of everything that commitments can do, over HTTP, so that the auditor has something of each kind to look at. */
final class Story {

    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";
    private static final String ADMIN = "admin";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SmallDeployment.Callers callers;

    Story(SmallDeployment.Callers callers) {
        this.callers = callers;
    }

    void tell() throws Exception {
        listen();
        String programme = id(callers.post(
                MANAGER,
                "/programmes",
                "{'name': 'Chips', 'headlineCurrency': 'USD', 'target': {'value': '4000.00', 'currency': 'USD'},"
                        + " 'sourceSystem': 'files', 'externalRef': 'chips-1'}"));
        String fund = id(callers.post(
                MANAGER,
                "/funds",
                "{'programmeId': '" + programme + "', 'name': 'Fund I', 'baseCurrency': 'USD', 'calendar': 'US'}"));
        String investor = investor();
        callers.patch(MANAGER, "/investors/" + investor, "{'name': 'Sovereign fund B'}", "\"1\"");
        callers.post(MANAGER, "/investors/" + investor + "/kyc", "{'status': 'CLEARED'}");
        close(fund, accept(fund, investor));
        JsonNode terms = callers.post(
                MANAGER,
                "/funds/" + fund + "/change-terms",
                "{'cap': {'value': '9000.00', 'currency': 'USD'}, 'reason': 'agreed'}");
        confirm(terms);
        takeOn(fund, investor());
        draw(programme);
        handIn(programme);
        String cancelled = id(callers.post(MANAGER, "/commitments", draft(fund, investor())));
        callers.post(MANAGER, "/commitments/" + cancelled + "/cancellation", "{'reason': 'gone'}");
    }

    /**
     * What the manager is told goes to one receiver that takes it, waits for another that is too busy to answer, and does not go to
     * one that has moved away: that is told to him.
     */
    private void listen() throws Exception {
        String path = "/webhook-endpoints/" + endpoint("/taken");
        endpoint("/busy");
        endpoint("/gone");
        await().atMost(LIMIT)
                .until(() -> callers.get(MANAGER, path).get("state").asText().equals("ACTIVE"));
    }

    private String endpoint(String path) throws Exception {
        return id(callers.post(
                MANAGER, "/webhook-endpoints", "{'url': '" + callers.receiver(path) + "', 'types': ['*']}"));
    }

    private static String id(JsonNode answer) {
        return answer.get("id").asText();
    }

    String investor() throws Exception {
        return id(callers.post(
                MANAGER, "/investors", "{'name': 'Sovereign fund A', 'kind': 'SOVEREIGN_FUND', 'country': 'AE'}"));
    }

    private static String draft(String fund, String investor) {
        return "{'fundId': '" + fund + "', 'investorId': '" + investor
                + "', 'amount': {'value': '1000.50', 'currency': 'USD'}}";
    }

    /** By way of an edit and a return, signed by somebody whose name stays in the service. */
    private String accept(String fund, String investor) throws Exception {
        JsonNode drafted = callers.post(MANAGER, "/commitments", draft(fund, investor));
        String path = "/commitments/" + id(drafted);
        callers.patch(MANAGER, path, "{'amount': {'value': '2000.50', 'currency': 'USD'}}", "\"1\"");
        callers.post(MANAGER, path + "/submission", "{'source': 'public register'}");
        callers.post(APPROVER, path + "/return", "{'reason': 'sign it'}");
        JsonNode submitted = callers.post(
                MANAGER,
                path + "/submission",
                "{'signatory': 'Ana Example', 'documents': [{'name': 'a.pdf', 'sha256': '" + "ab".repeat(32) + "'}]}");
        callers.post(
                APPROVER,
                path + "/acceptance",
                "{'closingDate': '" + today() + "', 'contentHash': '"
                        + submitted.get("contentHash").asText() + "'}");
        return id(drafted);
    }

    private void close(String fund, String commitment) throws Exception {
        JsonNode planned = callers.post(
                MANAGER,
                "/funds/" + fund + "/closings",
                "{'kind': 'INITIAL', 'date': '" + today() + "', 'commitmentIds': ['" + commitment + "']}");
        callers.post(
                APPROVER,
                "/closings/" + id(planned) + "/approval",
                "{'contentHash': '" + planned.get("contentHash").asText() + "'}");
    }

    private JsonNode approved(String path, JsonNode draft) throws Exception {
        return callers.post(
                APPROVER,
                path + "/approval",
                "{'contentHash': '" + draft.get("contentHash").asText() + "'}");
    }

    private JsonNode tranche(String fund, LocalDate day) throws Exception {
        JsonNode draft = callers.post(
                MANAGER,
                "/tranches",
                "{'fundId': '" + fund + "', 'name': 'Shell', 'amount': {'value': '100.01', 'currency': 'USD'},"
                        + " 'conditions': [{'type': 'DATE_REACHED', 'date': '" + day + "'}]}");
        return approved("/tranches/" + id(draft), draft);
    }

    /** A fund of its own, of which something is called and more is to be expected. */
    private void draw(String programme) throws Exception {
        String fund = id(callers.post(
                MANAGER,
                "/funds",
                "{'programmeId': '" + programme
                        + "', 'name': 'Fund III', 'baseCurrency': 'USD', 'calendar': 'US',"
                        + " 'terms': {'noticeBusinessDays': 0}}"));
        String investor = investor();
        String grant = bind(investor);
        String commitment = accept(fund, investor);
        close(fund, commitment);
        takeOn(fund, investor());
        JsonNode account = account(fund);
        approved("/bank-accounts/" + id(account), account);
        Paid paid = call(fund);
        amendAndTransfer("/commitments/" + commitment);
        takeBack(fund, paid);
        callers.post(
                MANAGER,
                "/investments",
                "{'fundId': '" + fund + "', 'projectId': '" + callers.site(programme) + "', 'date': '" + today()
                        + "', 'amount': {'value': '3.00', 'currency': 'USD'}}");
        callers.post(ADMIN, "/grants/" + grant + "/withdrawal", "");
        expect(fund);
    }

    /** What is paid has another amount, and goes over to two others, a part and then the rest. */
    private void amendAndTransfer(String commitment) throws Exception {
        confirm(callers.post(
                MANAGER,
                commitment + "/amendments",
                "{'amount': {'value': '2100.01', 'currency': 'USD'}, 'reason': 'more was asked for'}"));
        confirm(callers.post(
                MANAGER,
                commitment + "/transfer",
                "{'toInvestorId': '" + investor() + "', 'amount': {'value': '700.00', 'currency': 'USD'},"
                        + " 'documents': [{'name': 'a.pdf', 'sha256': '" + "ab".repeat(32) + "'}]}"));
        confirm(callers.post(
                MANAGER, commitment + "/transfer", "{'toInvestorId': '" + investor() + "', 'reason': 'sold'}"));
    }

    /** The bank takes back what had settled the line before, and something comes for it anew. */
    private void takeBack(String fund, Paid paid) throws Exception {
        callers.post(MANAGER, "/receipts/" + paid.receipt() + "/return", "{'reason': 'recalled by its bank'}");
        match(receive(fund, "1.00", "once more"), paid.line(), "1.00");
    }

    private void match(JsonNode receipt, String line, String amount) throws Exception {
        callers.post(
                MANAGER,
                "/receipts/" + id(receipt) + "/match",
                "{'matches': [{'callLineId': '" + line + "', 'amount': {'value': '" + amount
                        + "', 'currency': 'USD'}}]}");
    }

    private JsonNode account(String fund) throws Exception {
        return callers.post(
                MANAGER,
                "/funds/" + fund + "/bank-accounts",
                "{'holder': 'Große Fabrik II², SARL', 'iban': 'DE89370400440532013000', 'bic': 'COBADEFF', 'currency': 'USD'}");
    }

    /** Somebody speaks for an investor, by a grant that two persons give. */
    private String bind(String investor) throws Exception {
        UUID account = DemoAccounts.id(DemoAccounts.find("investor").orElseThrow());
        JsonNode asked = callers.post(
                ADMIN,
                "/accounts/" + account + "/grants",
                "{'role': 'investor', 'scope': {'investorId': '" + investor + "'}}");
        String grant = asked.get("approvalId").asText();
        callers.post(
                APPROVER,
                "/approvals/" + grant + "/approval?service=portal",
                "{'contentHash': '" + asked.get("contentHash").asText() + "'}");
        return grant;
    }

    /** A line, and the receipt that settles it. */
    private record Paid(String line, String receipt) {}

    /** What a tranche releases is called: one line is paid, another in part, and something comes that names none. */
    private Paid call(String fund) throws Exception {
        String path = "/capital-calls/" + tranche(fund, today()).get("callId").asText();
        approved(path, callers.get(MANAGER, path));
        JsonNode issued = callers.post(MANAGER, path + "/issue", "");
        JsonNode whole = receive(
                fund,
                issued.at("/lines/0/amount/value").asText(),
                issued.at("/lines/0/reference").asText());
        match(receive(fund, "5.00", "in part"), issued.at("/lines/1/id").asText(), "5.00");
        receive(fund, "7.00", "unknown");
        return new Paid(issued.at("/lines/0/id").asText(), id(whole));
    }

    private JsonNode receive(String fund, String amount, String remittance) throws Exception {
        return callers.post(
                MANAGER,
                "/receipts",
                "{'fundId': '" + fund + "', 'bankAccount': 'DE89370400440532013000', 'entryReference': '" + remittance
                        + "', 'valueDate': '" + today() + "', 'amount': {'value': '" + amount
                        + "', 'currency': 'USD'}, 'remittance': '" + remittance + "'}");
    }

    /** A tranche whose day is to come is expected of everybody. */
    private void expect(String fund) throws Exception {
        tranche(fund, today().plusYears(1));
        await().atMost(LIMIT)
                .until(() -> callers.get(MANAGER, "/forecasts?fundId=" + fund)
                        .at("/items/0/due")
                        .isTextual());
    }

    private void takeOn(String fund, String investor) throws Exception {
        JsonNode drafted = callers.post(
                MANAGER,
                "/commitments/take-on",
                "{'fundId': '" + fund + "', 'investorId': '" + investor + "', 'asOf': '2026-01-31',"
                        + " 'source': 'old books', 'amount': {'value': '1000.00', 'currency': 'USD'},"
                        + " 'called': {'value': '600.00', 'currency': 'USD'},"
                        + " 'paid': {'value': '500.00', 'currency': 'USD'},"
                        + " 'restored': {'value': '100.00', 'currency': 'USD'},"
                        + " 'distributed': {'value': '50.00', 'currency': 'USD'}}");
        callers.post(
                APPROVER,
                "/commitments/" + id(drafted) + "/take-on-approval",
                "{'contentHash': '" + drafted.get("contentHash").asText() + "'}");
    }

    /** A file of each kind that a second person confirms, into a fund of its own. */
    private void handIn(String programme) throws Exception {
        String fund = id(callers.post(
                MANAGER,
                "/funds",
                "{'programmeId': '" + programme + "', 'name': 'Fund II', 'baseCurrency': 'USD', 'calendar': 'US'}"));
        confirm(
                "commitments",
                "fund,investor,amount,currency,source\n" + fund + "," + investor() + ",300.00,USD,public register\n");
        confirm(
                "opening-balances",
                "fund,investor,commitment,currency,called,paid,restored,distributed,asOf,source\n" + fund + ","
                        + investor() + ",1000.00,USD,600.00,500.00,100.00,50.00,2026-01-31,old books\n");
    }

    private void confirm(String kind, String file) throws Exception {
        confirm(callers.csv(MANAGER, "/imports?kind=" + kind, file));
    }

    private void confirm(JsonNode proposed) throws Exception {
        callers.post(
                APPROVER,
                "/approvals/" + proposed.get("approvalId").asText() + "/approval",
                "{'contentHash': '" + proposed.get("contentHash").asText() + "'}");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
