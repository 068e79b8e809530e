package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("What comes in")
class ReceiptBrowserTest {

    private static final Deployment DEPLOYMENT = Deployment.running();

    @Test
    @DisplayName(
            "D-4: a proposed match is confirmed in two clicks from home, leads from the call back to it, and is undone")
    void is_confirmed_in_two_clicks_and_undone_with_a_reason() {
        Calls calls = new Calls("Incoming tide", Raise.investor("Tidal pension", "OTHER", true));
        String call = calls.issued("400.00");
        JsonNode line = calls.lines(call).getFirst();
        try (Visit manager = Visit.as(Raise.MANAGER);
                Visit auditor = Visit.of().phone().as("auditor")) {
            auditor.open("/receipts");
            auditor.page().locator("#live").waitFor();
            String receipt = "/receipts/"
                    + calls.received("299.99", line.path("reference").asText());
            assertThat(auditor.page().locator("#waiting")).containsText("$299.99");
            assertThat(auditor.button("Confirm: $299.99")).hasCount(0);
            assertThat(auditor.sideways()).isZero();

            manager.open("/");
            manager.link("Receipts").first().click();
            Locator waiting = manager.page().locator("#waiting li", new Page.LocatorOptions().setHasText("$299.99"));
            assertThat(waiting).containsText("Tidal pension");
            assertThat(waiting).containsText("Likely");
            assertThat(waiting).containsText("The payer names this line; $0.01 of it would stay open.");
            manager.button("Confirm: $299.99").click();
            assertThat(manager.page().locator(".toast")).hasText("Matched");
            assertThat(manager.address()).isEqualTo("/receipts");
            assertThat(manager.page().locator("#r-" + receipt.substring("/receipts/".length())))
                    .containsText("1 line of a call");

            manager.open("/calls/" + call);
            assertThat(manager.page().locator("#state")).containsText("Part paid");
            manager.page().locator("#lines td a.two").click();
            assertThat(manager.address()).isEqualTo(receipt);
            assertThat(manager.region("What it pays")).containsText("Tidal pension");
            isUnmatched(manager);
            isReturned(manager, auditor, receipt);
        }
    }

    private static void isUnmatched(Visit manager) {
        manager.link("Unmatch…").click();
        assertThat(manager.page().locator(".lede")).containsText("The line that it pays is open again");
        manager.page().getByLabel("Reason").fill("Paid for the sister fund");
        manager.button("Unmatch").click();
        assertThat(manager.page().locator("#state")).containsText("To be matched");
        assertThat(manager.page().locator("#said")).containsText("Paid for the sister fund");
    }

    private static void isReturned(Visit manager, Visit auditor, String receipt) {
        manager.link("Record a return…").click();
        assertThat(manager.page().locator(".lede")).containsText("This cannot be taken back.");
        manager.page().getByLabel("Reason").fill("Recalled by the payer’s bank");
        manager.button("Record a return").click();
        assertThat(manager.page().locator("#state")).containsText("Returned by the bank");
        assertThat(manager.page().locator("#bar")).isEmpty();
        auditor.open(receipt + "/return");
        assertThat(auditor.address()).isEqualTo(receipt);
    }

    @Test
    @DisplayName(
            "without script is recorded by hand, matched by choosing lines, held for an investor and sent back by two persons")
    void goes_all_its_way_without_script() {
        Calls calls = new Calls("Slack water", Raise.investor("Slack pension", "OTHER", true));
        String call = calls.issued("400.00");
        try (Visit manager = Visit.of().withoutScript().as(Raise.MANAGER)) {
            manager.open("/receipts/new?fund=" + calls.fund);
            isRecorded(manager);
            assertThat(manager.page().locator("#waiting")).containsText("Nothing points to an open line");
            manager.page().locator("#waiting a.btn.main").press("Enter");
            isHeldInPart(manager, calls.lines(call));
            assertThat(manager.page().locator("#state")).containsText("Overpaid");
            assertThat(manager.region("What is not paid out of it")).containsText("$20.00");

            manager.link("Propose a refund…").press("Enter");
            assertThat(manager.page().locator(".lede")).containsText("You propose that $20.00 goes back");
            manager.page().getByLabel("Reason").fill("More than was called");
            Visit.press(manager.button("Propose a refund"));
            assertThat(manager.page().locator(".toast")).hasText("Proposed");
            String receipt = manager.address();
            isConfirmedBySomebodyElse(receipt.substring("/receipts/".length()));
            manager.open(receipt);
            manager.link("Confirm the debit…").press("Enter");
            Visit.press(manager.button("Confirm the debit"));
            assertThat(manager.page().locator(".toast")).hasText("The refund is done");
        }
    }

    private static void isRecorded(Visit manager) {
        manager.page().getByLabel("Amount").fill("much");
        manager.page().getByLabel("The bank’s reference").fill("SW-1");
        manager.page().getByLabel("To account").fill("DE89 3704 0044 0532 0130 00");
        manager.page().getByLabel("From account").fill("GB82 WEST 1234 5698 7654 32");
        Visit.press(manager.button("Record a receipt"));
        assertThat(manager.page().locator("#errors")).containsText("Write an amount like");
        manager.page().getByLabel("Amount").fill("120");
        Visit.press(manager.button("Record a receipt"));
        assertThat(manager.page().locator("h1")).hasText("$120.00");
    }

    /** The line of the smaller investor is found by its name; what it leaves has to be somebody's. */
    private static void isHeldInPart(Visit manager, Iterable<JsonNode> lines) {
        String small = "";
        for (JsonNode line : lines) {
            small = line.at("/amount/value").asText().equals("100.00")
                    ? line.path("id").asText()
                    : small;
        }
        manager.page().getByPlaceholder("Investor, call or reference").fill("partner in slack");
        Visit.press(manager.button("Show"));
        assertThat(manager.page().locator("tbody tr")).hasCount(1);
        manager.page().locator("input[name=line-" + small + "]").check();
        Visit.press(manager.button("Match"));
        assertThat(manager.page().locator("#errors")).isVisible();
        assertThat(manager.page().locator("input[name=line-" + small + "]")).isChecked();
        manager.page().getByLabel("Held for").selectOption(new SelectOption().setLabel("Slack pension"));
        Visit.press(manager.button("Match"));
    }

    private static void isConfirmedBySomebodyElse(String receipt) {
        JsonNode proposal = DEPLOYMENT.all(Raise.APPROVER, "/approvals?state=PENDING").stream()
                .filter(one -> one.at("/subject/id").asText().equals(receipt))
                .findFirst()
                .orElseThrow();
        DEPLOYMENT.post(
                Raise.APPROVER,
                "/approvals/" + proposal.path("id").asText() + "/approval",
                Map.of("contentHash", proposal.path("contentHash").asText()));
        assertThat(DEPLOYMENT
                        .get("auditor", "/receipts/" + receipt)
                        .path("state")
                        .asText())
                .isEqualTo("REFUND_PENDING");
    }
}
