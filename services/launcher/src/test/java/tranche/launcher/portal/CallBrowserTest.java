package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("A capital call")
class CallBrowserTest {

    @Test
    void is_approved_by_one_person_issued_by_another_and_read_by_the_investor_who_pays() {
        Raise horizon = Raise.horizon();
        Deployment.running().bindInvestor(horizon.silent);
        Calls calls = new Calls("Deep water", horizon.silent);
        String path = "/calls/" + calls.drafted("2000000000.01");

        try (Visit manager = Visit.of().phone().as(Raise.MANAGER);
                Visit approver = Visit.as(Raise.APPROVER);
                Visit investor = Visit.as("investor")) {
            investor.open("/home");
            investor.page().locator("#live").waitFor();
            manager.open(path);
            assertThat(manager.sideways()).isZero();
            refusesItsMaker(manager, path);

            String unreached = "/recipients/unreached?fundId=" + calls.fund;
            await().until(() -> !Deployment.running()
                    .get(Raise.APPROVER, unreached)
                    .path("items")
                    .isEmpty());
            approver.open(path);
            assertThat(approver.page().locator("h1")).hasText("$2,000,000,000.01 from 2 investors");
            assertThat(approver.page().locator("main")).containsText("1,500,000,000.01");
            assertThat(approver.page().locator("main")).containsText("The lines add up to $2,000,000,000.01");
            assertThat(approver.region("Checked for you")).containsText("Nobody is called beyond what is uncalled.");
            assertThat(approver.region("Checked for you")).containsText("cannot be reached by e-mail or webhook");
            assertThat(approver.region("Approval")).containsText("You neither drafted nor edited it");
            leavesTheApprovalWhereTheEyeEnds(approver);
            manager.page().locator("#live").waitFor();
            approver.button("Approve $2.0bn").click();
            assertThat(approver.page().locator(".toast")).hasText("Approved");
            assertThat(approver.page().locator("[aria-current=step]")).containsText("Issued");

            // The open page of somebody else says so too, without being asked.
            assertThat(manager.page().locator("#state")).containsText("Approved");
            assertThat(manager.page().locator("[aria-current=step]")).containsText("Issued");
            isIssuedInTwoClicks(manager, calls);
            assertThat(manager.page().locator("[aria-current=step]")).containsText("Due");
            Locator arrivals = investor.page().locator("#arrivals");
            assertThat(arrivals).hasText(Pattern.compile("[0-9]+ new calls?"));
            arrivals.click();
            checksTheNoticeInOneClick(investor, path);
            isToldThatItHasPaid(investor, calls, path);
            String notice = investor.page()
                    .locator("li:has(a[href='" + path + "'])")
                    .getByText("Open notice")
                    .getAttribute("href");
            isCheckedByAnybody(notice);
        }
        try (Visit investor = Visit.as("investor")) {
            investor.open(path);
            assertThat(investor.page().locator("h1")).hasText("$1,500,000,000.01");
            assertThat(investor.page().locator("main")).not().containsText("Partner in Deep water");
            assertThat(investor.page().locator("main")).containsText("RF");
            assertThat(investor.page().locator("#state")).containsText("Paid");
            assertThat(investor.page().locator("#known"))
                    .containsText("$1,500,000,000.01of $2,000,000,000.01 for everybody");
            assertThat(investor.link("Open notice")).isVisible();
        }
        try (Visit manager = Visit.of().wide(1440).french().as(Raise.MANAGER)) {
            manager.open(path);
            hasEveryColumnOnTheCard(manager);
        }
    }

    /** From what waits to the issue; who is told stands beside the button. */
    private static void isIssuedInTwoClicks(Visit manager, Calls calls) {
        manager.open("/programmes/" + calls.programme);
        manager.page()
                .locator("a.waits", new Page.LocatorOptions().setHasText("1 call to issue"))
                .click();
        assertThat(manager.region("Approval")).containsText("Notices for 2 investors say what to pay");
        assertThat(manager.sideways()).isZero();
        manager.button("Issue to 2 investors").click();
        assertThat(manager.page().locator(".toast")).hasText("Issued");
    }

    /** Whatever is opened beside it, the button that leads on stays at the right, and no other looks like it. */
    private static void leavesTheApprovalWhereTheEyeEnds(Visit approver) {
        Locator bar = approver.region("Approval");
        Locator approve = approver.button("Approve $2.0bn");
        Locator back = approver.page().locator("summary", new Page.LocatorOptions().setHasText("Send back…"));
        assertThat(back.boundingBox().x).isLessThan(approve.boundingBox().x);
        back.click();
        assertThat(approver.button("Send back")).hasCount(1);
        double right = bar.boundingBox().x + bar.boundingBox().width;
        assertThat(approve.boundingBox().x + approve.boundingBox().width).isBetween(right - 24, right);
        approver.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Close"))
                .click();
    }

    /** Nobody looks for a file that the portal has. */
    private static void checksTheNoticeInOneClick(Visit investor, String path) {
        investor.page()
                .locator("li:has(a[href='" + path + "'])")
                .getByText("Check notice")
                .click();
        assertThat(investor.page().locator("main")).containsText("Genuine. Issued");
        investor.page().goBack();
    }

    /** In the longer language, too, and with the references in one piece. */
    private static void hasEveryColumnOnTheCard(Visit manager) {
        Locator table = manager.page().locator(".scroll.told");
        assertThat(table).containsText("RF");
        assertThat((int) table.evaluate("region => region.scrollWidth - region.clientWidth"))
                .isZero();
        Object heights = table.evaluate("""
                region => [...region.querySelectorAll("td.mono")].filter(cell => cell.textContent.trim())
                    .every(cell => { const range = document.createRange(); range.selectNodeContents(cell);
                                     return new Set([...range.getClientRects()].map(line => line.top)).size === 1; })
                """);
        assertThat(heights).isEqualTo(true);
    }

    /** The line stays where it is and says that it is paid. */
    private static void isToldThatItHasPaid(Visit investor, Calls calls, String path) {
        Locator line = investor.page().locator("li:has(a[href='" + path + "'])");
        assertThat(line).containsText("Deep water Fund");
        assertThat(line).containsText("$1,500,000,000.01");
        assertThat(line).containsText("Issued");
        investor.page().locator("#live").waitFor();

        Deployment.running()
                .get(Raise.APPROVER, path.replace("/calls/", "/capital-calls/"))
                .path("lines")
                .valueStream()
                .filter(own -> own.path("investorId").asText().equals(Raise.horizon().silent))
                .forEach(calls::paid);

        assertThat(line.locator(".chip")).hasText("Paid");
        assertThat(line).containsText("$1,500,000,000.01");
        assertThat(investor.page().locator("#moved")).isHidden();
    }

    /** Whoever holds a notice needs no account to check it, and no script. */
    private static void isCheckedByAnybody(String notice) {
        byte[] file = Deployment.running()
                .download(Optional.of("investor"), notice, "Accept", "application/pdf")
                .body();
        byte[] changed = file.clone();
        changed[changed.length / 2] ^= 1;
        try (Visit anybody = Visit.of().stranger();
                Visit plain = Visit.of().withoutScript().stranger()) {
            checks(anybody, file);
            assertThat(anybody.page().locator("main")).containsText("Genuine. Issued");
            assertThat(anybody.page().locator("main")).containsText("unchanged since");
            checks(anybody, changed);
            assertThat(anybody.page().getByRole(AriaRole.ALERT)).containsText("Not ours, or changed. Do not pay.");
            checks(plain, file);
            assertThat(plain.page().locator("main")).containsText("Genuine. Issued");
        }
    }

    private static void checks(Visit visit, byte[] file) {
        visit.open("/verify");
        visit.page().locator("input[type=file]").setInputFiles(new FilePayload("notice.pdf", "application/pdf", file));
        Visit.press(visit.button("Check it"));
    }

    /** There is no button for whoever made it; a form that is sent all the same is answered in words. */
    private static void refusesItsMaker(Visit manager, String path) {
        assertThat(manager.button("Approve $2.0bn")).hasCount(0);
        Page page = manager.page();
        String csrf = page.locator("input[name=csrf]").first().inputValue();
        String hash = page.locator("dd.mono").textContent().strip();
        APIResponse refused = page.context()
                .request()
                .post(
                        path + "/approval",
                        RequestOptions.create()
                                .setHeader("Origin", Deployment.running().origin())
                                .setHeader("Accept", "text/html")
                                .setForm(FormData.create().set("csrf", csrf).set("contentHash", hash)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("role=\"alert\"", "from 2 investors");
    }
}
