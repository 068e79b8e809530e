package tranche.portal.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;

/** What stands around a page: the menu of whoever is signed in, and the zone of its times. */
class FrameOfPagesTest {

    private static final String MENU = "<nav class=\"side\" aria-label=\"Main\">";

    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.shared();
    }

    private static String page(String path, String cookies) {
        return portal.send(portal.to(path).header("Accept", "text/html").header("Cookie", cookies))
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/docs", "/problems", "/problems/four-eyes", "/nowhere"})
    void whoever_is_signed_in_keeps_menu_and_account_on_every_page(String path) {
        assertThat(page(path, portal.cookie("auditor")))
                .contains(MENU)
                .contains("Auditor, your account")
                .contains("action=\"/signout\"");
        assertThat(page(path, "tranche-language=en")).doesNotContain(MENU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"site-reporter", "verifier", "admin", "stakeholder", "investor"})
    void everybody_finds_the_page_that_signing_in_leads_to_in_the_menu(String account) {
        assertThat(page("/overview", portal.cookie(account))).contains("href=\"/overview\" aria-current=\"page\"");
    }

    @Test
    void times_are_in_one_zone_that_the_page_names_once() {
        String session = portal.cookie("fund-manager");

        assertThat(page("/commitments", session)).containsOnlyOnce("Times in UTC");
        assertThat(page("/commitments", session + "; tranche-zone=Europe/London"))
                .containsOnlyOnce("Times in London");
        assertThat(page("/commitments", session + "; tranche-zone=Europe/London; tranche-language=fr"))
                .containsOnlyOnce("Fuseau horaire\u202f: Londres");
        assertThat(page("/commitments", session + "; tranche-zone=Nowhere/Land"))
                .contains("Times in UTC");
    }

    @Test
    void the_zone_is_kept_by_the_browser_once_it_is_chosen() {
        assertThat(look("zone", "Asia/Tokyo").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("tranche-zone=Asia/Tokyo"));
        assertThat(look("zone", "Nowhere/Land").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/look", "/signout"})
    void the_address_of_a_form_leads_to_a_page(String path) {
        HttpResponse<String> answer =
                portal.send(portal.to(path).header("Accept", "text/html").header("Cookie", portal.cookie("auditor")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    private static HttpResponse<String> look(String name, String value) {
        return portal.send(portal.to("/look")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    }
}
