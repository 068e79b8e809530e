package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("A call that is drafted by hand")
class DraftBrowserTest {

    /** No bank settles then, nor on the day after it: a Sunday far enough away. */
    private static final LocalDate SUNDAY =
            LocalDate.now(ZoneOffset.UTC).plusDays(90).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

    @Test
    @DisplayName("D-20: takes four clicks from home, and shows each investor's share before anything is kept")
    void takes_four_clicks_and_shows_every_line() {
        Calls calls = new Calls("Drafting dock", Raise.investor("Dock pension", "OTHER", true));
        try (Visit manager = Visit.as(Raise.MANAGER)) {
            manager.open("/");
            manager.link("Calls").first().click();
            manager.link("New call").click();
            manager.link("Drafting dock Fund").click();
            assertThat(manager.address()).isEqualTo("/calls/new?fund=" + calls.fund);
            Page page = manager.page();
            assertThat(page.locator("#preview")).containsText("the share of each investor stands here");
            page.getByLabel("Investment").fill("400.01");
            page.getByLabel("Due").fill(SUNDAY.toString());
            page.getByLabel("Purpose").fill("Crane and quay");
            page.getByLabel("Management fee").fill("0.99");
            page.getByLabel("Management fee").press("Tab");
            assertThat(page.locator("#amount-0-echo")).hasText("$400.01");
            assertThat(page.locator("#preview tbody tr")).hasCount(2);
            assertThat(page.locator("#preview tfoot")).containsText("401.00");
            assertThat(page.locator("#preview")).containsText("The lines add up to $401.00");
            assertThat(page.locator("#preview")).containsText("is not a business day");
            assertThat(page.locator("#preview")).not().hasAttribute("aria-busy", "true");
            asksForMoreThanThereIs(page);

            manager.button("Draft the call").click();
            assertThat(page.locator(".toast")).hasText("Drafted");
            assertThat(page.locator("h1")).hasText("$401.00 from 2 investors");
            assertThat(page.locator("main")).containsText("300.75");
        }
    }

    private static void asksForMoreThanThereIs(Page page) {
        page.getByLabel("Expenses").fill("9bn");
        page.getByLabel("Expenses").press("Tab");
        assertThat(page.locator("#preview")).containsText("It would be refused");
        assertThat(page.locator("#preview tbody tr")).hasCount(0);
        page.getByLabel("Expenses").fill("");
        page.getByLabel("Expenses").press("Tab");
        assertThat(page.locator("#preview tbody tr")).hasCount(2);
    }

    @Test
    void is_previewed_drafted_and_edited_without_script() {
        Calls calls = new Calls("Dry dock", Raise.investor("Dry pension", "OTHER", true));
        try (Visit manager = Visit.of().withoutScript().as(Raise.MANAGER);
                Visit auditor = Visit.as("auditor")) {
            manager.open("/calls/new?fund=" + calls.fund);
            Page page = manager.page();
            page.getByLabel("Investment").fill("much");
            page.getByLabel("Due").fill(SUNDAY.toString());
            page.getByLabel("Purpose").fill("Pumps");
            Visit.press(manager.button("Draft the call"));
            assertThat(page.locator("#errors li")).hasCount(1);
            assertThat(page.locator("#errors")).containsText("Investment: Write an amount like");
            page.getByLabel("Investment").fill("1000");
            Visit.press(manager.button("Preview"));
            assertThat(page.locator("#preview tbody tr")).hasCount(2);
            Locator use = manager.button("Use it");
            Visit.press(use);
            assertThat(use).hasCount(0);
            assertThat(LocalDate.parse(page.getByLabel("Due").inputValue())).isAfter(SUNDAY);
            Visit.press(manager.button("Draft the call"));
            assertThat(page.locator("h1")).hasText("$1,000.00 from 2 investors");

            String call = manager.address();
            auditor.open(call + "/edit");
            assertThat(auditor.address()).isEqualTo(call);
            manager.link("Edit…").press("Enter");
            assertThat(page.getByLabel("Purpose")).hasValue("Pumps");
            page.getByLabel("Expenses").fill("20");
            Visit.press(manager.button("Preview"));
            assertThat(page.locator("#preview tfoot")).containsText("1,020.00");
            Visit.press(manager.button("Save the draft"));
            assertThat(page.locator(".toast")).hasText("Edited");
            assertThat(page.locator("h1")).hasText("$1,020.00 from 2 investors");
            assertThat(page.locator("#changes")).containsText("Expenses");
        }
    }
}
