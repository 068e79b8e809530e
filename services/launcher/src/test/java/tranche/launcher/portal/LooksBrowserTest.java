package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InBrowser
@DisplayName("How the pages look")
class LooksBrowserTest {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String EVERY_ICON_IS_DRAWN = """
            () => [...document.querySelectorAll("main svg.i use")]
                .filter(use => use.getClientRects().length > 0)
                .every(use => use.getBBox().width > 0)
            """;

    static Stream<Sights.Sight> sights() {
        return Sights.all();
    }

    @ParameterizedTest
    @MethodSource("sights")
    void axe_finds_nothing_in_the_light_and_no_icon_is_missing(Sights.Sight sight) {
        try (Visit visit = sight.in(Visit.of())) {
            openAll(visit.page());
            visit.page().waitForFunction(EVERY_ICON_IS_DRAWN);
            assertThat(violations(visit.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sights")
    void axe_finds_nothing_in_the_dark_and_nothing_runs_over_the_edge_of_a_phone(Sights.Sight sight) {
        try (Visit visit = sight.in(Visit.of().dark().phone())) {
            openAll(visit.page());
            assertThat(visit.sideways()).isZero();
            assertThat(violations(visit.page())).isEmpty();
        }
    }

    @Test
    void the_theme_follows_the_system_until_one_is_chosen_and_is_kept() {
        try (Visit visit = Visit.of().dark().as("auditor")) {
            visit.open("/commitments");
            assertThat(canvas(visit)).isEqualTo("rgb(11, 18, 17)");

            visit.button("Use the light theme").click();
            assertThat(visit.page().locator("html")).hasAttribute("data-bs-theme", "light");
            assertThat(canvas(visit)).isEqualTo("rgb(245, 246, 243)");

            visit.open("/overview");
            assertThat(canvas(visit)).isEqualTo("rgb(245, 246, 243)");
        }
    }

    @Test
    void files_are_kept_by_the_browser_and_pages_are_not() {
        try (Visit visit = Visit.as("auditor")) {
            List<Response> answers = new ArrayList<>();
            visit.page().onResponse(answers::add);
            Response page = visit.open("/commitments");

            assertThat(page.headerValue("cache-control")).isEqualTo("no-store");
            assertThat(answers.stream().filter(answer -> answer.url().contains("/static/")))
                    .isNotEmpty()
                    .allSatisfy(answer ->
                            assertThat(answer.headerValue("cache-control")).contains("immutable"));
        }
    }

    /** Opens whatever can be opened, so that what is folded away is looked at too. */
    private static void openAll(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach(part => part.open = true)");
    }

    /** Of articles that one template makes in a row, as the API's page has hundreds, the first three stand for all. */
    private static final String FEW_OF_MANY = """
            () => document.querySelectorAll('section').forEach(part =>
                [...part.querySelectorAll(':scope > article')].slice(3).forEach(article => article.remove()))
            """;

    private static List<String> violations(Page page) {
        page.evaluate(FEW_OF_MANY);
        List<Rule> found = new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations();
        return found.stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                .toList();
    }

    private static String canvas(Visit visit) {
        return (String) visit.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
