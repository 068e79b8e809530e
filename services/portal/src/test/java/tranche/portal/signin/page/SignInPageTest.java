package tranche.portal.signin.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.PortalProcess.json;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;
import tranche.portal.founding.FirstAdmin;
import tranche.portal.founding.domain.DemoAccount;

class SignInPageTest {

    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.demo();
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    @Test
    void the_page_of_a_demo_lists_every_account_with_a_sentence_in_both_languages() {
        String english = page("/signin").body();
        String french = portal.send(
                        portal.to("/signin").header("Accept", "text/html").header("Accept-Language", "fr"))
                .body();

        for (DemoAccount account : DemoAccount.ALL) {
            assertThat(english).contains("value=\"" + account.username() + "\"");
        }
        assertThat(english).contains("Sign in").contains("Sees no money");
        assertThat(french).contains("Se connecter").contains("Ne voit pas l’argent");
    }

    @Test
    void a_page_takes_whoever_is_not_signed_in_to_the_sign_in_page_and_back() {
        HttpResponse<String> away = page("/who?tab=a&x=1");
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(location(away)).isEqualTo("/signin?back=%2Fwho%3Ftab%3Da%26x%3D1");

        HttpResponse<String> in = signIn(Map.of("demo", "auditor", "back", "/who?tab=a&x=1"));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/who?tab=a&x=1");
        assertThat(who(cookie(in))).startsWith("Auditor " + PortalProcess.id("auditor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*"})
    void only_looking_at_the_head_of_a_page_leads_there_too(String accept) {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> away =
                    portal.send(portal.to("/").header("Accept", accept).method(method, BodyPublishers.noBody()));

            assertThat(away.statusCode()).as(method).isEqualTo(303);
            assertThat(location(away)).isEqualTo("/signin?back=%2F");
        }
    }

    @Test
    void what_was_typed_into_a_form_whose_session_had_ended_comes_back_and_is_not_sent() {
        HttpResponse<String> ended = portal.send(form(
                        "/who",
                        Map.of("csrf", "of the former session", "password", "secret words", "other", "a \"reason\""))
                .header("Accept", "text/html"));
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body())
                .contains("Your session has ended")
                .contains("name=\"kept.other\" value=\"a &#34;reason&#34;\"")
                .contains("name=\"back\" value=\"/who\"")
                .doesNotContain("secret words")
                .doesNotContain("of the former session");

        HttpResponse<String> wrong =
                signIn(Map.of("username", "approver", "password", "wrong", "back", "/who", "kept.other", "a reason"));
        assertThat(wrong.body()).contains("name=\"kept.other\" value=\"a reason\"");

        HttpResponse<String> in = signIn(Map.of("demo", "auditor", "back", "/who", "kept.other", "a reason"));
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body())
                .contains("action=\"/who\"")
                .contains("name=\"other\" value=\"a reason\"")
                .contains("name=\"kept\" value=\"1\"")
                .contains(portal.csrf(cookie(in)));
    }

    @Test
    void a_form_of_another_site_is_kept_for_nobody() {
        HttpResponse<String> foreign = portal.send(form("/who", Map.of("other", "planted"))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "cross-site"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("planted");
    }

    @Test
    void a_script_is_told_instead_of_taken_somewhere() {
        HttpResponse<String> fragment =
                portal.send(portal.to("/who").header("HX-Request", "true").header("Accept", "*/*"));
        assertThat(fragment.statusCode()).isEqualTo(401);
        assertThat(fragment.headers().firstValue("HX-Redirect")).contains("/signin?back=%2Fwho");

        HttpResponse<String> stream = portal.send(portal.to("/who").header("Accept", "text/event-stream"));
        assertThat(stream.statusCode()).isEqualTo(401);
    }

    @Test
    void a_right_password_opens_a_session_whose_cookie_no_script_and_no_other_site_gets() {
        HttpResponse<String> in = signIn(Map.of(
                "username", " Fund-Manager ", "password", portal.account("fund-manager", "password"), "back", "/who"));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("tranche_session=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/")
                .doesNotContainIgnoringCase("Max-Age")
                .doesNotContainIgnoringCase("Domain");
        assertThat(portal.stands("session", cookie(in).substring("tranche_session=".length())))
                .isFalse();
        assertThat(who(cookie(in))).startsWith("Fund manager ");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() {
        HttpResponse<String> wrong = signIn(Map.of("username", "approver", "password", "wrong wrong wrong"));
        HttpResponse<String> unknown = signIn(Map.of("username", "stranger", "password", "wrong wrong wrong"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body().replace("stranger", "approver")).isEqualTo(wrong.body());
        assertThat(wrong.headers().map()).doesNotContainKey("set-cookie");
        assertThat(wrong.body()).doesNotContain("wrong wrong wrong");
    }

    @Test
    void guessing_is_held_back_and_told_for_how_long() {
        for (int i = 0; i < 8; i++) {
            signIn(Map.of("username", "verifier", "password", "guess number " + i));
        }

        HttpResponse<String> held =
                signIn(Map.of("username", "verifier", "password", portal.account("verifier", "password")));

        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(held.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
    }

    @Test
    void a_session_that_was_there_before_ends_and_its_secret_is_not_used_again() {
        String before = cookie(signIn(Map.of("demo", "stakeholder")));

        HttpResponse<String> in =
                portal.send(form("/signin", Map.of("demo", "admin")).header("Cookie", before));

        assertThat(cookie(in)).isNotEqualTo(before);
        assertThat(page("/who", before).statusCode()).isEqualTo(303);
        String planted = "tranche_session=" + "A".repeat(43);
        assertThat(cookie(portal.send(form("/signin", Map.of("demo", "admin")).header("Cookie", planted))))
                .isNotEqualTo(planted);
        assertThat(page("/who", planted).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", ""})
    void nobody_is_taken_elsewhere_after_signing_in(String back) {
        assertThat(location(signIn(Map.of("demo", "auditor", "back", back)))).isEqualTo("/");
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        for (HttpRequest.Builder request : List.of(
                form("/signin", Map.of("demo", "admin")).header("Sec-Fetch-Site", "cross-site"),
                form("/signin", Map.of("demo", "admin")).header("Origin", "https://evil.example"))) {
            HttpResponse<String> response = portal.send(request);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(json(response).path("code").asText()).isEqualTo("csrf-refused");
            assertThat(response.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    @Test
    void a_form_without_the_sessions_secret_changes_nothing() {
        String cookie = portal.cookie("approver");
        String other = portal.csrf(portal.cookie("approver"));

        assertThat(sent(cookie, Map.of("other", "field"))).isEqualTo(403);
        assertThat(sent(cookie, Map.of("csrf", other))).isEqualTo(403);
        assertThat(sent(cookie, Map.of("csrf", portal.csrf(cookie)))).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_and_needs_the_sessions_own_form() {
        String cookie = portal.cookie("auditor");
        assertThat(portal.send(form("/signout", Map.of("other", "field")).header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(403);
        assertThat(page("/who", cookie).statusCode()).isEqualTo(200);

        HttpResponse<String> out = portal.send(
                form("/signout", Map.of("csrf", portal.csrf(cookie))).header("Cookie", cookie));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(page("/who", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void a_visitor_is_told_since_when_only_from_the_second_session_on() {
        String first = portal.cookie("site-reporter");
        assertThat(who(first)).contains(" false ");

        assertThat(who(portal.cookie("site-reporter"))).contains(" true ");
    }

    @Test
    void a_form_longer_than_any_form_is_not_read() {
        HttpResponse<String> response = portal.send(form("/signin", Map.of("password", "x".repeat(1 << 20))));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void a_link_is_looked_at_as_often_as_one_likes_and_used_once() {
        try (PortalProcess fresh = PortalProcess.fresh()) {
            URI link = fresh.bean(FirstAdmin.class).link().orElseThrow().address();
            HttpResponse<String> page = fresh.send(fresh.to(link.getPath()).header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Referrer-Policy")).contains("no-referrer");
            assertThat(fresh.send(fresh.to("/signin").header("Accept", "text/html"))
                            .body())
                    .doesNotContain("name=\"demo\"");

            HttpResponse<String> weak = fresh.send(form(fresh, link.getPath(), Map.of("password", "short")));
            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(weak.body()).contains("at least 12 characters");
            HttpResponse<String> set =
                    fresh.send(form(fresh, link.getPath(), Map.of("password", "seven green lanterns")));
            assertThat(set.statusCode()).isEqualTo(303);
            assertThat(fresh.send(fresh.to("/who").header("Accept", "text/html").header("Cookie", cookie(set)))
                            .body())
                    .startsWith("Administrator ");

            assertThat(fresh.send(fresh.to(link.getPath()).header("Accept", "text/html"))
                            .statusCode())
                    .isEqualTo(410);
            assertThat(fresh.send(form(fresh, "/signin", Map.of("demo", "admin")))
                            .statusCode())
                    .as("one click signs in to a demo only")
                    .isEqualTo(422);
        }
    }

    private static int sent(String cookie, Map<String, String> fields) {
        return portal.send(form("/who", fields).header("Cookie", cookie)).statusCode();
    }

    private static HttpResponse<String> signIn(Map<String, String> fields) {
        return portal.send(form("/signin", fields));
    }

    private static HttpRequest.Builder form(String path, Map<String, String> fields) {
        return form(portal, path, fields);
    }

    private static HttpRequest.Builder form(PortalProcess process, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return process.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> page(String path) {
        return portal.send(portal.to(path).header("Accept", "text/html"));
    }

    private static HttpResponse<String> page(String path, String cookie) {
        return portal.send(portal.to(path).header("Accept", "text/html").header("Cookie", cookie));
    }

    private static String who(String cookie) {
        HttpResponse<String> response = page("/who", cookie);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static String cookie(HttpResponse<String> response) {
        String header = response.headers().firstValue("Set-Cookie").orElseThrow();
        int end = header.indexOf(';');
        return end < 0 ? header : header.substring(0, end);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
