package tranche.portal.receipt.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.upstream.Drawdowns;

@DisplayName("The list of receipts")
class ReceiptsPageTest {

    private static final UUID FUND = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final UUID NORTH = UUID.randomUUID();

    private static PortalProcess portal;
    private static Drawdowns service;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.shared();
        service = portal.drawdowns();
    }

    @BeforeEach
    void begins() {
        service.clear();
    }

    @AfterAll
    static void ends() {
        service.clear();
    }

    private static String usd(String value) {
        return "{\"value\": \"" + value + "\", \"currency\": \"USD\"}";
    }

    private static String receipt(String state, String amount, String matches, String proposals) {
        return """
                {"id": "%s", "programmeId": "%s", "fundId": "%s", "state": "%s", "allowed": ["match", "return"],
                 "bankAccountFingerprint": "", "entryReference": "A-1", "valueDate": "2026-03-02", "amount": %s,
                 "debtorName": "Paying <bank>", "debtorIban": null, "debtorFingerprint": null, "remittance": "RF46TR00000001",
                 "matches": [%s], "proposals": [%s], "held": [], "leaving": [], "refunded": %s, "reason": null,
                 "effectiveDate": "2026-03-02", "recordedAt": "2026-03-02T10:00:00Z", "version": 3}
                """.formatted(
                UUID.randomUUID(), UUID.randomUUID(), FUND, state, usd(amount), matches, proposals, usd("0.00"));
    }

    private static String proposal(String rule, String open, String amount) {
        return """
                {"callId": "%s", "callLineId": "%s", "investorId": "%s", "reference": "RF46TR00000001", "open": %s,
                 "amount": %s, "rule": "%s"}
                """.formatted(CALL, UUID.randomUUID(), NORTH, usd(open), usd(amount), rule);
    }

    private static String items(String... receipts) {
        return "{\"items\": [" + String.join(",", receipts) + "], \"next\": null}";
    }

    private static HttpResponse<String> get(String account, String path) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", portal.cookie(account) + "; tranche-language=en"));
    }

    @Test
    @DisplayName("D-4: says of each proposal upon what it rests, and lets a manager confirm what needs no more said")
    void says_upon_what_a_proposal_rests() {
        String waiting = items(
                receipt("UNMATCHED", "9.00", "", proposal("REFERENCE", "10.00", "9.00")),
                receipt("UNMATCHED", "10.00", "", proposal("DEBTOR", "10.00", "10.00")),
                receipt("UNMATCHED", "7.00", "", ""));
        service.put("/receipts", waiting);

        assertThat(get("fund-manager", "/receipts").body())
                .contains(
                        "Likely",
                        "$1.00 of it would stay open",
                        "Possible",
                        "Its account has paid for this investor alone")
                .contains("Nothing points to an open line", "Paying &lt;bank&gt;", "Record a receipt")
                .contains("aria-label=\"Confirm: $9.00\"", "aria-label=\"Confirm: $10.00\"")
                .doesNotContain("aria-label=\"Confirm: $7.00\"");
        assertThat(get("auditor", "/receipts").body())
                .contains("$1.00 of it would stay open")
                .doesNotContain("Confirm: ", "Choose lines", "Record a receipt");
    }

    @Test
    void asks_the_service_for_what_its_address_asks_for_and_leaves_as_a_file() {
        String match = "{\"callId\": \"" + CALL + "\", \"callLineId\": \"" + UUID.randomUUID() + "\", \"amount\": "
                + usd("12.00") + "}";
        service.put("/receipts", items(receipt("MATCHED", "12.00", match, "")));

        String page = get("auditor", "/receipts?state=matched&call=" + CALL + "&fund=" + FUND)
                .body();
        assertThat(service.nextRead())
                .isEqualTo("/receipts?fundId=" + FUND + "&callId=" + CALL + "&state=MATCHED&newestFirst=true&limit=50");
        assertThat(page)
                .contains("href=\"/calls/" + CALL + "\">1 line of a call", "State: Matched", "Call: those of one call")
                .doesNotContain("Waits for a match");
        assertThat(get("auditor", "/receipts.csv?state=matched").body()).contains("MATCHED", "12.00", "RF46TR00000001");
        assertThat(get("auditor", "/receipts.xlsx").statusCode()).isEqualTo(200);
        assertThat(get("auditor", "/receipts?state=nosuch").body()).contains("State: nosuch");
    }

    @Test
    void is_for_a_funds_staff() {
        service.put("/receipts", items());
        for (String account : new String[] {"fund-manager", "approver", "auditor"}) {
            assertThat(get(account, "/projects").body()).as(account).contains("href=\"/receipts\"");
        }
        assertThat(get("investor", "/projects").body()).doesNotContain("href=\"/receipts\"");
        assertThat(get("investor", "/receipts").body()).contains("Receipts are shown to the staff of a fund.");
        assertThat(get("auditor", "/receipts/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
