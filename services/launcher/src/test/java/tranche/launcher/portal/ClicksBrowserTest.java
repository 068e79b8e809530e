package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How far it is from the page where somebody lands to what they came for. The tasks that have a test of their own count there:
 * to claim and to verify ({@link SiteWorkBrowserTest}), to approve and to issue ({@link CallBrowserTest}).
 */
@InBrowser
@DisplayName("The way to what one came for")
class ClicksBrowserTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Deployment DEPLOYMENT = Deployment.running();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String REPORTER = "site-reporter";
    private static final String INVESTOR = "investor";
    private static final String LATE = "The pile driver is late";

    @Test
    void is_none_to_see_whether_the_build_is_on_plan_and_what_has_changed() {
        String shell = Site.desert().shell();
        try (Visit stakeholder = Visit.as("stakeholder");
                Visit manager = Visit.as(Raise.MANAGER)) {
            Clicks.fromHome(stakeholder).assertAtMost(0);
            Locator late = stakeholder.page().locator("#milestones tr", having("Weather-tight shell"));
            assertThat(late).containsText("+130 days");
            assertThat(late.locator("a")).hasAttribute("href", "/milestones/" + shell);

            Clicks.fromHome(manager).assertAtMost(0);
            assertThat(manager.page().locator("#feed-lines > li").first()).isVisible();
        }
    }

    @Test
    void is_three_to_report_a_slip_with_its_reason() {
        String pit = Site.of("Clicked yard").planned("Clicked pit", TODAY.minusDays(3));
        try (Visit reporter = Visit.of().phone().as(REPORTER)) {
            Locator task = reporter.page().locator("main a[href='/milestones/" + pit + "']");
            await().pollInSameThread().atMost(LIMIT).until(() -> {
                reporter.open("/");
                return task.count() == 1;
            });
            Clicks clicks = Clicks.fromHome(reporter)
                    .on(task)
                    .on(reporter.page().locator("summary", having("Report another date…")));
            reporter.page()
                    .locator("#m-" + pit + "-reschedule-forecastDate")
                    .fill(TODAY.plusDays(150).toString());
            reporter.page().getByLabel("Reason").fill(LATE);
            clicks.on(reporter.button("Report another date")).assertAtMost(3);

            assertThat(reporter.page().locator(".toast")).hasText("The new date is recorded");
        }
    }

    @Test
    @DisplayName("D-36: why a forecast has changed is on an investor's home, each level of it one click further")
    void is_none_to_read_why_a_forecast_has_changed_and_one_for_each_level_below() {
        Raise horizon = Raise.horizon();
        DEPLOYMENT.bindInvestor(horizon.silent);
        Calls calls = new Calls("Clicked waters", horizon.silent);
        Site site = Site.in(calls.programme, "Clicked fab");
        String pit = site.planned("Clicked piles", TODAY.plusDays(20));
        String shell = site.planned("Clicked shell", TODAY.plusDays(90), pit);
        expected(calls.fund, Proposals.waiting(calls.fund, shell));
        Site.command(
                REPORTER,
                pit,
                "reschedule",
                Map.of("forecastDate", TODAY.plusDays(200).toString(), "reason", LATE));
        for (String account : List.of(INVESTOR, Raise.MANAGER)) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(DEPLOYMENT.all(account, "/alerts"))
                            .anySatisfy(alert -> assertThat(alert.toString())
                                    .contains("FC-01", "It waits for Clicked shell", "behind its baseline")));
        }
        try (Visit investor = Visit.as(INVESTOR);
                Visit manager = Visit.as(Raise.MANAGER)) {
            Clicks clicks = Clicks.fromHome(investor);
            Locator why = investor.region("Why my forecast changed").locator("li", with("Clicked shell"));
            assertThat(why.first()).containsText(LATE);
            clicks.assertAtMost(0);
            clicks.on(why.first().getByRole(AriaRole.LINK, named("Clicked piles")))
                    .assertAtMost(1);
            assertThat(investor.page().locator("#m-" + pit)).containsText(LATE);

            Clicks asked = Clicks.fromHome(manager).on(manager.page().locator("nav.side a[href='/alerts']"));
            Locator lines = manager.page().locator("#feed-lines > li");
            Locator changed = lines.filter(new Locator.FilterOptions().setHasText("It waits for Clicked shell"));
            assertThat(changed.first()).containsText("The call forecast of Clicked waters Fund has changed");
            Locator slipped = lines.filter(new Locator.FilterOptions().setHasText(LATE));
            asked.on(slipped.first().getByRole(AriaRole.LINK).first()).assertAtMost(2);
            assertThat(manager.page().locator("main")).containsText(LATE);
        }
    }

    @Test
    void is_two_to_change_what_is_sent_how() {
        try (Visit reporter = Visit.as(REPORTER)) {
            Locator main = reporter.page().locator("main");
            Clicks.fromHome(reporter)
                    .on(reporter.link("Preferences"))
                    .on(main.getByRole(AriaRole.SWITCH, named("Milestone rejected, E-mail")))
                    .assertAtMost(2);

            assertThat(reporter.page().locator(".toast")).containsText("Saved");
            reporter.button("Undo").click();
            assertThat(main.getByRole(AriaRole.SWITCH, named("Milestone rejected, E-mail")))
                    .isChecked();
        }
    }

    @Test
    void is_one_to_open_a_notice_and_two_to_check_its_signature() {
        Raise horizon = Raise.horizon();
        DEPLOYMENT.bindInvestor(horizon.silent);
        String path = "/calls/" + new Calls("Noticed waters", horizon.silent).issued("40000000.00");
        try (Visit investor = Visit.as(INVESTOR)) {
            Locator line = investor.page().locator("li:has(a[href='" + path + "'])");
            await().pollInSameThread().atMost(LIMIT).until(() -> {
                investor.open("/");
                return line.count() == 1;
            });
            Locator notice = line.getByRole(AriaRole.LINK, named("Open notice"));
            Clicks.fromHome(investor).onFile(notice).assertAtMost(1);
            String file = Optional.ofNullable(notice.getAttribute("href")).orElseThrow();
            assertThat(new String(investor.page().context().request().get(file).body(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");

            Clicks.fromHome(investor)
                    .on(line.getByRole(AriaRole.LINK, named("Check notice")))
                    .assertAtMost(2);
            assertThat(investor.page().locator("main")).containsText("Genuine. Issued");
        }
    }

    @Test
    void is_two_to_change_language_theme_or_zone() {
        try (Visit auditor = Visit.as("auditor")) {
            Clicks.fromHome(auditor).on(auditor.button("Use the dark theme")).assertAtMost(2);
            assertThat(auditor.page().locator("html")).hasAttribute("data-bs-theme", "dark");

            Clicks zone = Clicks.fromHome(auditor).on(auditor.button("Auditor, your account"));
            auditor.page().getByLabel("Time zone").selectOption("Asia/Tokyo");
            zone.on(auditor.button("Use")).assertAtMost(2);
            assertThat(auditor.page().locator("main")).containsText("Times in Tokyo");

            Clicks.fromHome(auditor).on(auditor.button("Lire en français")).assertAtMost(2);
            assertThat(auditor.page().locator("html")).hasAttribute("lang", "fr");
        }
    }

    /** The fund's investors have been told when the call of a tranche is to be expected. */
    private static void expected(String fund, String tranche) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(DEPLOYMENT
                                .get(INVESTOR, "/forecasts?fundId=" + fund)
                                .toString())
                        .contains(tranche));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.LocatorOptions with(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
