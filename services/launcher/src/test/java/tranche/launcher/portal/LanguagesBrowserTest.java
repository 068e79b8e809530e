package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.portal.words.page.Texts;

@InBrowser
@DisplayName("Two languages")
class LanguagesBrowserTest {

    /** What 1280 pixels are at a zoom of 400 % (WCAG 1.4.10). */
    private static final int NARROWEST = 320;

    private static final Raise HORIZON = Raise.horizon();
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Texts FRENCH = Texts.of(Locale.FRENCH);

    /**
     * Every text and every text that is read aloud or shown on pointing, in pieces as they stand in the markup, without
     * what the page marks as being in another language.
     */
    private static final String PIECES = """
            () => {
              const pieces = [];
              const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              const foreign = element => element.closest("[lang]") !== document.documentElement;
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (!foreign(node.parentElement)) pieces.push(node.textContent.trim());
              }
              for (const element of document.querySelectorAll("*")) {
                if (foreign(element)) continue;
                for (const name of ["aria-label", "title", "placeholder", "data-on", "data-one", "data-other"]) {
                  if (element.hasAttribute(name)) pieces.push(element.getAttribute(name).trim());
                }
              }
              return pieces.filter(Boolean);
            }
            """;

    static Stream<Sights.Sight> sights() {
        return Sights.all();
    }

    /** French words are the longer ones, so this is also where a page would run over the edge of the narrowest window. */
    /** All but the API's own document, which is in English for everybody. */
    static Stream<Sights.Sight> translated() {
        return Sights.all().filter(sight -> !sight.path().equals("/api/docs"));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void no_english_is_left_on_a_french_page_and_it_fits_a_narrow_window(Sights.Sight sight) {
        Set<String> english = only(ENGLISH, FRENCH);
        try (Visit visit = sight.in(Visit.of().french().wide(NARROWEST))) {
            assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");

            assertThat(pieces(visit)).isNotEmpty().doesNotContainAnyElementsOf(english);
            assertThat(visit.sideways()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("sights")
    void no_french_is_left_on_an_english_page(Sights.Sight sight) {
        Set<String> french = only(FRENCH, ENGLISH);
        try (Visit visit = sight.in(Visit.of())) {
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");

            assertThat(pieces(visit)).isNotEmpty().doesNotContainAnyElementsOf(french);
        }
    }

    @Test
    void both_have_the_same_sentences() {
        assertThat(FRENCH.keys()).isEqualTo(ENGLISH.keys());
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

    @SuppressWarnings("unchecked") // the script answers a list of texts
    private static List<String> pieces(Visit visit) {
        return (List<String>) visit.page().evaluate(PIECES);
    }

    /** The sentences that one language has and the other has not. */
    private static Set<String> only(Texts one, Texts other) {
        Set<String> others = other.keys().stream().map(other::say).collect(Collectors.toSet());
        // What an account of the demo is called also stands where its holder's name does.
        Set<String> names = one.keys().stream()
                .filter(key -> key.startsWith("session.demo."))
                .map(one::say)
                .collect(Collectors.toSet());
        return one.keys().stream()
                .map(one::say)
                .filter(sentence -> !others.contains(sentence) && !names.contains(sentence))
                // The switch to the other language speaks that language.
                .filter(sentence -> !sentence.equals(one.say("frame.other-language")))
                .collect(Collectors.toSet());
    }
}
