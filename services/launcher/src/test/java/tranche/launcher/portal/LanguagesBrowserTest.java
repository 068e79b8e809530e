package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("Two languages")
class LanguagesBrowserTest {

    private static final Raise HORIZON = Raise.horizon();

    @Test
    void both_have_the_same_sentences() {
        assertThat(Words.FRENCH.keys()).isEqualTo(Words.ENGLISH.keys());
    }

    @Test
    void amounts_and_dates_are_written_as_the_language_writes_them() {
        try (Visit visit = Visit.of().french().as("auditor")) {
            visit.open("/programmes/" + HORIZON.programme);
            assertThat(visit.page().locator("figure.raise figcaption"))
                    .containsText("660,0 Md$ engagés, 9,4 % de l’objectif");
            assertThat(visit.page().locator("figure.raise figcaption")).containsText("7 000 milliards $ US");

            visit.open("/commitments/" + HORIZON.closed);
            assertThat(visit.page().locator("dl.strip")).containsText("400 000 000 000,00 $ US");
            assertThat(visit.page().locator("dl.facts")).containsText("31 mars 2026");
        }
    }

    @Test
    void a_source_stands_in_its_own_language_and_says_so() {
        try (Visit visit = Visit.of().french().as("approver")) {
            visit.open("/commitments/" + HORIZON.submitted);

            assertThat(visit.page().locator("dl.facts dd[lang=en]")).hasText("Public record of 31 March");
        }
    }

    @Test
    void a_switch_changes_the_language_and_stays_on_the_page() {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments?state=closed");
            visit.button("Lire en français").click();

            assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(visit.address()).isEqualTo("/commitments?state=closed");
            visit.open("/nosuch");
            assertThat(visit.page().locator("h1")).hasText("Rien ici pour vous");
        }
    }
}
