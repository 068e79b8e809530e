package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.page.SiteDesk.CLAIMED_BY_VERIFIER;
import static tranche.portal.timeline.page.SiteDesk.CONCRETE;
import static tranche.portal.timeline.page.SiteDesk.OF_ANY_KIND;
import static tranche.portal.timeline.page.SiteDesk.PERMIT;
import static tranche.portal.timeline.page.SiteDesk.PROBLEM;
import static tranche.portal.timeline.page.SiteDesk.SHELL;
import static tranche.portal.timeline.page.SiteDesk.SHOWN_BY_VERIFIER;
import static tranche.portal.timeline.page.SiteDesk.STEEL;
import static tranche.portal.timeline.page.SiteDesk.path;
import static tranche.portal.timeline.page.SiteDesk.project;
import static tranche.portal.timeline.page.SiteDesk.sectionOf;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;
import tranche.upstream.Sites.Asked;

@DisplayName("The commands on a project's page")
class ProjectCommandsTest {

    private static SiteDesk site;

    @BeforeAll
    static void starts() throws SQLException {
        site = new SiteDesk();
    }

    @AfterEach
    void nothingElseReachedTheService() {
        assertThat(site.sites.next()).isNull();
    }

    @AfterAll
    static void stops() {
        site.close();
    }

    @Test
    void stand_in_a_section_for_whoever_may_and_where_the_state_admits_them() {
        assertThat(site.commands("site-reporter", CONCRETE)).containsExactly("claim", "start", "reschedule");
        assertThat(site.commands("fund-manager", CONCRETE)).containsExactly("start", "reschedule");
        assertThat(site.commands("verifier", CONCRETE)).isEmpty();
        assertThat(site.commands("site-reporter", STEEL)).containsExactlyInAnyOrder("evidence", "withdraw-claim");
        assertThat(site.commands("verifier", STEEL)).containsExactly("rejection");
        assertThat(site.commands("verifier", SHELL)).containsExactly("verification", "rejection");
        assertThat(site.commands("site-reporter", PERMIT)).containsExactly("claim");
        for (String account : new String[] {"auditor", "approver", "stakeholder"}) {
            assertThat(site.page(account)).as(account).doesNotContain("action=\"" + project());
        }
    }

    @Test
    void to_verify_say_before_their_button_why_it_is_there_or_is_not() {
        assertThat(site.section("verifier", SHELL))
                .contains("Others claimed it and showed it")
                .contains("It then counts as verified.");
        assertThat(site.section("verifier", STEEL)).contains("once the evidence that is still needed is there");
        assertThat(site.section("verifier", OF_ANY_KIND))
                .contains("once the site has submitted any evidence")
                .doesNotContain("still needed");
        assertThat(site.section("verifier", CLAIMED_BY_VERIFIER))
                .contains("You claimed it, so somebody else verifies it.");
        assertThat(site.commands("verifier", CLAIMED_BY_VERIFIER)).containsExactly("rejection");
        assertThat(site.section("verifier", SHOWN_BY_VERIFIER)).contains("You submitted evidence of it");
        assertThat(site.commands("verifier", SHOWN_BY_VERIFIER)).containsExactly("rejection");
        assertThat(site.section("verifier", CONCRETE)).doesNotContain("may verify", "somebody else");
        assertThat(site.section("site-reporter", SHELL)).doesNotContain("may verify", "somebody else");
    }

    @Test
    void to_withdraw_a_claim_are_for_whoever_made_it() {
        assertThat(site.commands("site-reporter", CLAIMED_BY_VERIFIER)).containsExactly("evidence");
    }

    @Test
    void are_each_sent_once() {
        List<String> forms = Pattern.compile(
                        "<form[^>]*action=\"(" + project() + "[^\"]*)\".*?name=\"once\" value=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(site.section("site-reporter", STEEL))
                .results()
                .map(found -> found.group(2))
                .toList();

        assertThat(forms).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void are_sent_on_as_the_api_takes_them_with_what_the_person_saw() {
        String page = site.page("site-reporter");
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"")
                .matcher(page.substring(page.indexOf(path(CONCRETE, "claim"))));
        assertThat(version.find()).isTrue();

        HttpResponse<String> answer = site.send(
                "site-reporter",
                "fr",
                path(CONCRETE, "claim") + "?page=1&history=all",
                Map.of("version", version.group(1), "claimedDate", "2026-01-29", "reason", " "));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "?page=1&history=all#m-" + CONCRETE);
        Asked asked = site.asked();
        assertThat(asked.command()).isEqualTo("claim");
        assertThat(asked.account()).isEqualTo(PortalProcess.id("site-reporter").toString());
        assertThat(asked.body()).isEqualTo("{\"claimedDate\":\"2026-01-29\"}");
        assertThat(asked.headers().get("If-Match")).isEqualTo("\"" + version.group(1) + "\"");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-7");
        assertThat(asked.headers().get("Accept-Language")).isEqualTo("fr");
    }

    @Test
    void show_a_refusal_in_the_services_words_and_keep_what_was_typed() {
        site.sites.answerNext(422, PROBLEM.formatted("claimed-date-ahead", ""));
        HttpResponse<String> answer = site.send(
                "site-reporter",
                "en",
                path(CONCRETE, "reschedule"),
                Map.of("forecastDate", "2026-05-30", "reason", "The <line> is late"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("role=\"alert\"", "Said of it", "In detail", "Do so")
                .containsPattern("<details open><summary[^>]*>Report another date")
                .contains("value=\"2026-05-30\"")
                .contains("The &lt;line&gt; is late</textarea>")
                .doesNotContain("You had typed:");
        assertThat(site.asked().body()).contains("The <line> is late");
    }

    @Test
    void are_the_same_form_again_after_an_answer_that_did_not_come() {
        site.sites.answerNext(503, PROBLEM.formatted("unavailable", ""));
        String page = site.send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();

        assertThat(page)
                .contains("The answer did not come. Look whether it was done before you send it again.")
                .contains("Not tight</textarea>")
                .doesNotContain("Said of it", "In detail", "Do so");
        assertThat(keys(sectionOf(page, SHELL))).contains("once-7").hasSize(2).doesNotHaveDuplicates();
        site.asked();

        site.sites.answerNext(409, PROBLEM.formatted("request-in-progress", ""));
        page = site.send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();
        assertThat(keys(sectionOf(page, SHELL))).contains("once-7");
        site.asked();

        site.sites.answerNext(503, "");
        assertThat(keys(sectionOf(site.upload("line", "PHOTO", "bytes").body(), STEEL)))
                .contains("once-8");
        site.asked();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 422})
    void are_another_form_after_a_refusal(int status) {
        site.sites.answerNext(status, PROBLEM.formatted("validation", ""));
        String page = site.send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();

        assertThat(page).contains("Not tight</textarea>");
        assertThat(keys(sectionOf(page, SHELL))).hasSize(2).doesNotContain("once-7");
        site.asked();
    }

    /** The keys of the forms in a part of a page. */
    private static List<String> keys(String part) {
        return Pattern.compile("name=\"once\" value=\"([^\"]+)\"")
                .matcher(part)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void take_no_key_that_no_page_wrote() {
        site.send("site-reporter", "en", path(CONCRETE, "start"), Map.of("once", "a key\nof somebody"));

        assertThat(site.asked().headers().get("Idempotency-Key")).matches("[-0-9a-f]{36}");
    }

    @Test
    void point_at_the_field_that_is_wrong() {
        site.sites.answerNext(
                422, PROBLEM.formatted("validation", "{\"pointer\": \"/reason\", \"detail\": \"Too short\"}"));
        String page = site.send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "x"))
                .body();

        String field = "m-" + SHELL + "-rejection-reason";
        assertThat(page)
                .contains("href=\"#" + field + "\">Reason: Too short")
                .containsPattern("id=\"" + field + "\"[^>]* aria-invalid=\"true\"")
                .contains("aria-describedby=\"" + field + "-hint " + field + "-wrong\"")
                .contains("<p class=\"wrong\" id=\"" + field + "-wrong\"");
        site.asked();
    }

    @Test
    void say_that_somebody_else_was_quicker_and_keep_what_was_typed_where_the_form_is_gone() {
        site.sites.answerNext(412, PROBLEM.formatted("version-conflict", ""));
        HttpResponse<String> answer =
                site.send("verifier", "fr", path(STEEL, "verification"), Map.of("statement", "Seen from the road"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body())
                .contains("Ceci a changé pendant votre saisie")
                .contains("Seen from the road")
                .doesNotContain("Said of it");
        site.asked();
    }

    @Test
    void are_taken_from_own_pages_only_and_those_that_are_none_from_nowhere() {
        String cookie = site.portal.cookie("site-reporter");
        HttpResponse<String> forged = site.portal.send(site.portal
                .to(path(CONCRETE, "claim"))
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("claimedDate=2026-01-29")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(site.upload(cookie, "guessed", "line", "PHOTO", "bytes", "").statusCode())
                .isEqualTo(403);
        assertThat(site.send("site-reporter", "en", path(CONCRETE, "remove"), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void that_come_back_from_the_sign_in_page_do_nothing_by_themselves() {
        HttpResponse<String> answer =
                site.send("verifier", "en", path(SHELL, "rejection"), Map.of("kept", "yes", "reason", "Worth keeping"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern("<details open><summary[^>]*>Reject")
                .contains("Worth keeping</textarea>");
    }

    @Test
    void have_addresses_that_lead_back_to_the_page() {
        HttpResponse<String> answer = site.portal.send(site.portal
                .to(path(SHELL, "evidence") + "?page=1")
                .header("Accept", "text/html")
                .header("Cookie", site.portal.cookie("site-reporter")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "?page=1#m-" + SHELL);
    }
}
