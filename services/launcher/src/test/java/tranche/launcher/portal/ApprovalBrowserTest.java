package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A proposal on its way over the pages. */
@Tag("browser")
class ApprovalBrowserTest {

    /** Nobody has committed to it, so that nobody else sees anything of it. */
    private static final String FUND =
            Raise.fund(Raise.programme("Two sites", "100000000000.00"), "Two sites Fund", Map.of());

    @Test
    @DisplayName("D-1, D-6: what one person proposes another finds, reads and approves; the proposer finds no button")
    void a_proposal_is_approved_by_another_person() {
        String path = Proposals.open(FUND, "Both sites are one now");
        try (Visit manager = Visit.as("fund-manager");
                Visit approver = Visit.as("approver")) {
            manager.open(path);
            assertThat(manager.page().locator("main")).containsText("You proposed this");
            assertThat(manager.button("Approve")).hasCount(0);

            approver.open("/approvals");
            approver.page().locator("a[href='" + path + "']").click();
            assertThat(approver.page().locator("h1")).hasText("Change a tranche’s conditions");
            assertThat(approver.page().locator("main")).containsText("Both sites are one now");
            approver.button("Approve").click();

            assertThat(approver.page().locator(".toast")).hasText("Approved");
            assertThat(approver.page().locator("a[href='" + path + "']")).hasCount(0);
        }
    }

    @Test
    void a_rejection_says_why() {
        String path = Proposals.open(FUND, "Not to be had");
        try (Visit approver = Visit.as("approver")) {
            approver.open(path);
            approver.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Reject"))
                    .click();
            approver.page().getByLabel("Reason").fill("The site is another one");
            approver.button("Reject").click();

            assertThat(approver.page().locator(".toast")).hasText("Rejected");
            approver.open(path);
            assertThat(approver.page().locator("main")).containsText("does not wait for an answer any more");
        }
    }
}
