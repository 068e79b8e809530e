package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("What waits for whoever has a page open")
class CountsBrowserTest {

    /** What is told a moment after the page has heard of it, or with its next sign of life. */
    private static final double SOON_MILLIS = 30_000;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static int number(Locator mark) {
        return Integer.parseInt(mark.locator("[aria-hidden]").innerText());
    }

    private static Locator entry(Page page, String name, String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(name + "\\s+" + words)));
    }

    private static void shows(Locator mark, int number) {
        assertThat(mark.locator("[aria-hidden]"))
                .hasText(Integer.toString(number), new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    }

    @Test
    void follows_what_is_claimed_and_verified_and_is_read_aloud() {
        Site site = Site.of("Counted fab");
        Site.claimed(site.planned("Counted pit", TODAY));
        String shell = site.planned("Counted shell", TODAY.plusDays(30));
        try (Visit visit = Visit.as("verifier")) {
            // Pages that follow nothing of their own, one that follows its list, and one that follows the alerts.
            for (String path : List.of("/preferences", "/projects", "/alerts")) {
                visit.open(path);
                assertThat(visit.page().locator("#count-approvals")).isVisible();
            }
            visit.open("/preferences");
            Locator mark = visit.page().locator("#count-approvals");
            int before = number(mark);
            visit.page().evaluate("window.stillTheSamePage = true");

            Site.claimed(shell);

            shows(mark, before + 1);
            assertThat(entry(visit.page(), "Approvals", (before + 1) + " waits? for you"))
                    .isVisible();

            Site.command(
                    "verifier",
                    shell,
                    "verification",
                    Map.of("achievedDate", TODAY.toString(), "statement", "Seen on site"));

            shows(mark, before);
            assertThat(visit.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
        }
    }

    @Test
    void stands_on_a_phone_without_script_for_whoever_it_waits_for_alone() {
        Site.claimed(Site.of("Fab on a phone").planned("Pit on a phone", TODAY));
        try (Visit verifier = Visit.of().phone().withoutScript().as("verifier");
                Visit manager = Visit.of().phone().withoutScript().as(Raise.MANAGER)) {
            verifier.open("/work");
            assertThat(verifier.page().locator("#count-more")).containsText("for you");
            assertThat(verifier.page().locator("#count-alerts-phone")).containsText("unread");
            manager.open("/overview");
            assertThat(entry(manager.page(), "Alerts", ".* unread")).isVisible();
            assertThat(manager.page().locator("#count-more")).isHidden();
        }
    }
}
