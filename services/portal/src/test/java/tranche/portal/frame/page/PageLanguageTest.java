package tranche.portal.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;

/** In which language a page is written: the switch decides, then the browser. */
class PageLanguageTest {

    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.shared();
    }

    private static HttpResponse<String> page(String path, String browser, String cookies) {
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Accept-Language", browser)
                .header("Cookie", cookies));
    }

    private static void assertWrittenIn(String language, HttpResponse<String> page) {
        assertThat(page.body()).contains("<html lang=\"" + language + "\"");
        assertThat(page.headers().allValues("Content-Language")).containsExactly(language);
        assertThat(page.headers().firstValue("Vary").orElse("")).contains("Cookie", "Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/problems/four-eyes", "/problems/no-such-code", "/api/docs", "/signin"})
    void the_switch_goes_before_the_browser_on_every_page_that_anybody_may_open(String path) {
        assertWrittenIn("fr", page(path, "en", "tranche-language=fr"));
        assertWrittenIn("en", page(path, "fr", "tranche-language=en"));
    }

    @Test
    void and_on_the_pages_of_whoever_has_signed_in() {
        String session = portal.cookie("fund-manager");

        for (String path : List.of("/commitments", "/projects", "/nowhere")) {
            assertWrittenIn("fr", page(path, "en", session + "; tranche-language=fr"));
        }
        assertWrittenIn(
                "fr",
                page("/commitments/0199c1a8-93c6-7a4d-9e70-1b5f4d2c6a04", "en", session + "; tranche-language=fr"));
    }

    @ParameterizedTest
    @CsvSource({"fr-CH, fr", "'de, fr;q=0.8', fr", "'de, en;q=0.3, fr;q=0.2', en", "ja, en"})
    void without_the_switch_the_browser_says_which_of_the_two_is_read_best(String browser, String language) {
        assertWrittenIn(language, page("/problems/four-eyes", browser, "tranche-theme=dark"));
    }
}
