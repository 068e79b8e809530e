package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.CSV;
import static tranche.launcher.openapi.CommitmentsWalk.XLSX;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The way of a tranche from its draft over its call to its end, with the refusals beside it. */
final class TranchesWalk {

    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";
    private static final String AUDITOR = "auditor";
    private static final String TRANCHES = "/api/v1/tranches";

    private final Deployment api;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private int keys;

    TranchesWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        String fund = fund();
        Exchange tranche = drafts(fund);
        String place = tranche.location();
        approves(tranche);
        redrafts(place);
        lists(fund, place);
        amends(place);
        isForecast(fund);
        isGivenUp(place);
    }

    private String[] key() {
        return new String[] {"Idempotency-Key", "tranches-" + ++keys};
    }

    private static String usd(String value) {
        return "{\"value\": \"" + value + "\", \"currency\": \"USD\"}";
    }

    private String fund() {
        String programme = done(api.post(
                        MANAGER, "/api/v1/programmes", "{\"name\": \"Coastal fabs\", \"headlineCurrency\": \"USD\"}"))
                .id();
        String fund = done(api.post(MANAGER, "/api/v1/funds", """
                {"programmeId": "%s", "name": "Coastal fabs I", "baseCurrency": "USD", "calendar": "US",
                 "terms": {"noticeBusinessDays": 0}}""".formatted(programme)))
                .id();
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

    private static String onDay(LocalDate day) {
        return "{\"type\": \"DATE_REACHED\", \"date\": \"" + day + "\"}";
    }

    private static String draft(String fund, String amount, String conditions) {
        return """
                {"fundId": "%s", "name": "Shell", "amount": %s, "conditions": [%s], "sourceSystem": "plan",
                 "externalRef": "T-1"}""".formatted(fund, usd(amount), conditions);
    }

    private Exchange drafts(String fund) {
        String several = """
                {"type": "ANY", "required": 1, "conditions": [%s, {"type": "DOCUMENT", "kind": "permit"}]}""".formatted(onDay(today));
        String body = draft(fund, "100.00", onDay(today) + ", " + several);
        refused("validation", api.post(MANAGER, TRANCHES, draft(fund, "100.00", "{\"type\": \"EQUITY_SPENT\"}")));
        refused(
                "validation",
                api.post(
                        MANAGER,
                        TRANCHES,
                        draft(
                                fund,
                                "100.00",
                                "{\"type\": \"MILESTONE_VERIFIED\", \"milestoneId\": \"" + fund + "\"}")));
        refused("currency-not-the-funds", api.post(MANAGER, TRANCHES, body.replace("USD", "EUR")));
        refused("forbidden", api.post(AUDITOR, TRANCHES, body));
        Exchange drafted = done(api.post(MANAGER, TRANCHES, body));
        assertThat(done(api.post(MANAGER, TRANCHES, body)).id()).isEqualTo(drafted.id());
        refused("external-reference-conflict", api.post(MANAGER, TRANCHES, body.replace("100.00", "101.00")));
        done(api.get(AUDITOR, drafted.location() + "?asOf=" + today));
        return drafted;
    }

    private static String hash(Exchange of) {
        return "{\"contentHash\": \"" + of.text("contentHash") + "\"}";
    }

    private void approves(Exchange tranche) {
        String approval = tranche.location() + "/approval";
        refused("four-eyes", api.post(MANAGER, approval, hash(tranche)));
        refused("content-changed", api.post(APPROVER, approval, "{\"contentHash\": \"" + "0".repeat(64) + "\"}"));
        refused("version-conflict", api.post(APPROVER, approval, hash(tranche), "If-Match", "\"7\""));
        assertThat(done(api.post(APPROVER, approval, hash(tranche))).text("state"))
                .isEqualTo("CALL_DRAFTED");
        refused("invalid-state", api.post(APPROVER, approval, hash(tranche)));
    }

    private void redrafts(String place) {
        refused("invalid-state", api.post(MANAGER, place + "/redraft", "", key()));
        String call = "/api/v1/capital-calls/" + done(api.get(AUDITOR, place)).text("callId");
        done(api.post(MANAGER, call + "/cancellation", "{\"reason\": \"Too early\"}"));
        assertThat(done(api.get(AUDITOR, place)).text("heldReason")).isEqualTo("draft-cancelled");
        done(api.post(MANAGER, place + "/redraft", "", key()));
        String again = "/api/v1/capital-calls/" + done(api.get(AUDITOR, place)).text("callId");
        String part = "{\"components\": [{\"type\": \"INVESTMENT\", \"amount\": " + usd("99.99") + "}]}";
        refused("release-not-whole", api.send(MANAGER, "PATCH", again, part));
    }

    private void lists(String fund, String place) {
        String list = TRANCHES + "?fundId=" + fund;
        assertThat(done(api.get(AUDITOR, list + "&state=CALL_DRAFTED")).json().get("items"))
                .hasSize(1);
        done(api.get(AUDITOR, list, "Accept", CSV));
        done(api.get(AUDITOR, list, "Accept", XLSX));
        refused("validation", api.get(AUDITOR, TRANCHES + "?state=OPEN"));
        refused("validation", api.get(AUDITOR, place + "?asOf=yesterday"));
        refused("not-found", api.get(AUDITOR, TRANCHES + "/" + fund));
    }

    private void confirm(Exchange proposed) {
        done(api.post(APPROVER, proposed.location() + "/approval", hash(proposed), key()));
    }

    private void amends(String place) {
        String body = "{\"conditions\": [" + onDay(today.plusYears(1)) + "], \"reason\": \"The site was moved\"}";
        refused("validation", api.post(MANAGER, place + "/amend", "{\"reason\": \"None\"}", key()));
        confirm(done(api.post(MANAGER, place + "/amend", body, key())));
        assertThat(done(api.get(AUDITOR, place)).text("state")).isEqualTo("LOCKED");
        refused("conditions-unchanged", api.post(MANAGER, place + "/amend", body, key()));
    }

    private void isForecast(String fund) {
        String list = "/api/v1/forecasts?fundId=" + fund;
        api.forecast(UUID.fromString(fund));
        assertThat(done(api.get(AUDITOR, list)).json().at("/items/0/due").isTextual())
                .isTrue();
        done(api.get(AUDITOR, list, "Accept", CSV));
        done(api.get(AUDITOR, list, "Accept", XLSX));
        refused("validation", api.get(AUDITOR, "/api/v1/forecasts"));
    }

    private void isGivenUp(String place) {
        String body = "{\"reason\": \"The project is not built\"}";
        confirm(done(api.post(MANAGER, place + "/cancel", body, key())));
        refused("invalid-state", api.post(MANAGER, place + "/cancel", body, key()));
    }
}
