package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("How the pages look")
class LooksBrowserTest {

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

    private static String canvas(Visit visit) {
        return (String) visit.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
