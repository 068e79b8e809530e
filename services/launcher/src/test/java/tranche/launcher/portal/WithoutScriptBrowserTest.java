package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("Without script")
class WithoutScriptBrowserTest {

    private static final Raise HORIZON = Raise.horizon();

    @Test
    void a_commitment_is_found_submitted_and_accepted_by_the_same_forms() {
        String programme = Raise.programme("Plain", "100000000000.00");
        String fund = Raise.fund(programme, "Plain Fund");
        Raise.draft(fund, Raise.investor("Plain investor", "OTHER", true), "1000000000.00");
        try (Visit maker = Visit.of().withoutScript().stranger()) {
            maker.open("/");
            maker.page().locator("button[value=fund-manager]").click();
            maker.link("Commitments").first().click();
            maker.page().getByPlaceholder("Investor or fund").fill("Plain investor");
            maker.button("Show").click();
            maker.link("Plain investor").click();
            maker.page().getByLabel("Public source").fill("Official journal");
            maker.button("Submit").click();
            assertThat(maker.page().locator(".toast")).hasText("Submitted");
        }
        try (Visit checker = Visit.of().withoutScript().as("approver")) {
            checker.open("/programmes/" + programme);
            checker.page().locator("a.waits").first().click();
            checker.link("Plain investor").click();
            checker.button("Accept").click();
            assertThat(checker.page().locator("main .head .chip").first()).hasText("Accepted");
            checker.open("/programmes/" + programme);
            assertThat(checker.page().locator("#feed-lines")).containsText("Plain investor: accepted");
        }
    }

    @Test
    void the_overview_the_list_and_the_switches_work() {
        try (Visit visit = Visit.of().withoutScript().as("auditor")) {
            visit.open("/programmes/" + HORIZON.programme);
            assertThat(visit.page().locator("figure.raise figcaption")).containsText("$660.0bn committed");
            visit.open("/commitments?fund=" + HORIZON.breadth);
            visit.link("More").click();
            assertThat(visit.page().locator("table.list tbody tr")).hasCount(13);
            visit.button("Lire en français").click();
            assertThat(visit.page().locator("h1")).hasText("Engagements");
            visit.button("Utiliser le thème sombre").click();
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "dark");
            assertThat(visit.page().locator("summary", new Page.LocatorOptions().setHasText("Live")))
                    .hasCount(0);
            assertThat(visit.address()).startsWith("/commitments?fund=" + HORIZON.breadth + "&after=");
        }
    }
}
