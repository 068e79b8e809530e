package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page as whoever sees the most of it: loaded anew for each look, in English in one visit, for that is quicker. */
@InBrowser
@ParameterizedClass
@MethodSource("sights")
@DisplayName("Every page")
class SightsBrowserTest {

    /** What 1280 pixels are at a zoom of 400 % (WCAG 1.4.10). */
    private static final int NARROWEST = 320;

    private static final String EVERY_ICON_IS_DRAWN = """
            () => [...document.querySelectorAll("main svg.i use")]
                .filter(use => use.getClientRects().length > 0)
                .every(use => use.getBBox().width > 0)
            """;

    /** What is there for screen readers alone has its place within what scrolls, or it makes the page wider. */
    private static final String EVERY_REGION_HOLDS_WHAT_IS_IN_IT = """
            () => [...document.querySelectorAll(".scroll")]
                .every(region => getComputedStyle(region).position === "relative")
            """;

    @SuppressWarnings("NullAway.Init") // set before the first test of a page
    private static Visit visit;

    private final Sights.Sight sight;

    SightsBrowserTest(Sights.Sight sight) {
        this.sight = sight;
    }

    static Stream<Sights.Sight> sights() {
        return Sights.all();
    }

    @BeforeParameterizedClassInvocation
    static void begins(Sights.Sight sight) {
        visit = sight.visit(Visit.of());
    }

    @Test
    void in_the_light_has_no_french_left_draws_every_icon_and_gives_axe_nothing_to_find() {
        visit.inTheLight();
        visit.open(sight.path());
        assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
        assertThat(Words.on(visit.page())).isNotEmpty().doesNotContainAnyElementsOf(Words.ONLY_FRENCH);

        openAll();
        visit.page().waitForFunction(EVERY_ICON_IS_DRAWN);
        assertThat(Axe.violations(visit.page())).isEmpty();
    }

    @Test
    void in_the_dark_fits_a_phone_and_gives_axe_nothing_to_find() {
        visit.onAPhoneInTheDark();
        visit.open(sight.path());
        openAll();

        assertThat(visit.sideways()).isZero();
        assertThat(Axe.violations(visit.page())).isEmpty();
    }

    /** French words are the longer ones, so this is also where a page would run over the edge of the narrowest window. */
    @Test
    void in_french_has_no_english_left_and_fits_the_narrowest_window() {
        assumeTrue(sight.translated());
        try (Visit french = sight.visit(Visit.of().french().wide(NARROWEST))) {
            french.open(sight.path());

            assertThat(french.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(Words.on(french.page())).isNotEmpty().doesNotContainAnyElementsOf(Words.ONLY_ENGLISH);
            assertThat(french.sideways()).isZero();
            assertThat(french.page().evaluate(EVERY_REGION_HOLDS_WHAT_IS_IN_IT)).isEqualTo(true);
        }
    }

    @AfterParameterizedClassInvocation
    static void ends() {
        visit.close();
    }

    /** Opens whatever can be opened, so that what is folded away is looked at too. */
    private static void openAll() {
        visit.page().evaluate("() => document.querySelectorAll('details').forEach(part => part.open = true)");
    }
}
