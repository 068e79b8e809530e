package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.upstream.Sites;
import tranche.upstream.Sites.Asked;

@DisplayName("The commands on a project's page")
class ProjectCommandsTest {

    private static final TimelineEvents FAB =
            new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
    private static final UUID CONCRETE = UUID.randomUUID();
    private static final UUID STEEL = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final UUID PERMIT = UUID.randomUUID();
    private static final UUID CLAIMED_BY_VERIFIER = UUID.randomUUID();
    private static final UUID SHOWN_BY_VERIFIER = UUID.randomUUID();
    private static final UUID OF_ANY_KIND = UUID.randomUUID();

    private static final String PROBLEM = """
            {"code": "%s", "title": "Said of it", "detail": "In detail", "remedy": "Do so", "errors": [%s]}
            """;

    /** What ends lines and forms stands in files too. */
    private static final String FILE = "%PDF-1.7\r\n--\r\n\r\n--line--\r\n".repeat(100_000);

    private static PortalProcess portal;
    private static Sites sites;

    @BeforeAll
    static void starts() throws SQLException {
        portal = PortalProcess.withSites();
        sites = portal.sites();
        TimelineEvents verifier = new TimelineEvents(FAB.programme(), FAB.project(), PortalProcess.id("verifier"));
        tell(
                portal.bean(DataSource.class),
                FAB.registered("Fab", "FAB", "US-NY", "US"),
                FAB.planned(CONCRETE, "Concrete", "2026-01-30", "CERTIFICATE"),
                FAB.planned(STEEL, "Steel", "2026-02-27", "CERTIFICATE", "PHOTO"),
                FAB.claimed(STEEL, "2026-02-20"),
                FAB.evidence(STEEL, "CERTIFICATE"),
                FAB.planned(SHELL, "Shell", "2026-02-28", "CERTIFICATE"),
                FAB.claimed(SHELL, "2026-02-21"),
                FAB.evidence(SHELL, "CERTIFICATE"),
                FAB.planned(PERMIT, "Permit", "2026-02-01"),
                FAB.waived(PERMIT, "2030-06-30"),
                FAB.planned(CLAIMED_BY_VERIFIER, "Roof", "2026-03-01", "CERTIFICATE"),
                verifier.claimed(CLAIMED_BY_VERIFIER, "2026-02-25"),
                FAB.evidence(CLAIMED_BY_VERIFIER, "CERTIFICATE"),
                FAB.planned(SHOWN_BY_VERIFIER, "Doors", "2026-03-02", "CERTIFICATE"),
                FAB.claimed(SHOWN_BY_VERIFIER, "2026-02-25"),
                verifier.evidence(SHOWN_BY_VERIFIER, "CERTIFICATE"),
                FAB.planned(OF_ANY_KIND, "Gate", "2026-03-03"),
                FAB.claimed(OF_ANY_KIND, "2026-02-25"));
    }

    @AfterEach
    void nothingElseReachedTheService() {
        assertThat(sites.next()).isNull();
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    private static String project() {
        return "/projects/" + FAB.project();
    }

    private static String path(UUID milestone, String command) {
        return project() + "/milestones/" + milestone + "/" + command;
    }

    private static String page(String account) {
        return portal.send(portal.to(project())
                        .header("Accept", "text/html")
                        .header("Cookie", portal.cookie(account) + "; tranche-language=en"))
                .body();
    }

    private static String section(String account, UUID milestone) {
        return sectionOf(page(account), milestone);
    }

    private static String sectionOf(String page, UUID milestone) {
        int from = page.indexOf("<section class=\"card\" id=\"m-" + milestone + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    /** The commands that have a form in the section of a milestone. */
    private static List<String> commands(String account, UUID milestone) {
        return Pattern.compile("action=\"" + path(milestone, "") + "([a-z-]+)")
                .matcher(page(account))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static HttpResponse<String> send(String account, String language, String path, Map<String, String> form) {
        String cookie = portal.cookie(account);
        String once = form.containsKey("once") ? "" : "&once=once-7";
        String fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + portal.csrf(cookie) + once + "&", ""));
        return portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=" + language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private static HttpResponse<String> upload(String line, String kind, String file) {
        String cookie = portal.cookie("site-reporter");
        return upload(cookie, portal.csrf(cookie), line, kind, file, "");
    }

    private static HttpResponse<String> upload(
            String cookie, String csrf, String line, String kind, String file, String afterTheEnd) {
        String form = text(line, "csrf", csrf)
                + text(line, "once", "once-8")
                + text(line, "kind", kind)
                + "--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n"
                + file + "\r\n--" + line + "--\r\n" + afterTheEnd;
        return portal.send(portal.to(path(STEEL, "evidence"))
                .header("Accept", "text/html")
                .header("Cookie", cookie + "; tranche-language=en")
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String text(String line, String name, String value) {
        return "--" + line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Asked asked() {
        return Objects.requireNonNull(sites.next(), "nothing reached the service");
    }

    @Test
    void stand_in_a_section_for_whoever_may_and_where_the_state_admits_them() {
        assertThat(commands("site-reporter", CONCRETE)).containsExactly("claim", "start", "reschedule");
        assertThat(commands("fund-manager", CONCRETE)).containsExactly("start", "reschedule");
        assertThat(commands("verifier", CONCRETE)).isEmpty();
        assertThat(commands("site-reporter", STEEL)).containsExactlyInAnyOrder("evidence", "withdraw-claim");
        assertThat(commands("verifier", STEEL)).containsExactly("rejection");
        assertThat(commands("verifier", SHELL)).containsExactly("verification", "rejection");
        assertThat(commands("site-reporter", PERMIT)).containsExactly("claim");
        for (String account : new String[] {"auditor", "approver", "stakeholder"}) {
            assertThat(page(account)).as(account).doesNotContain("action=\"" + project());
        }
    }

    @Test
    void to_verify_say_before_their_button_why_it_is_there_or_is_not() {
        assertThat(section("verifier", SHELL))
                .contains("Others claimed it and showed it")
                .contains("It then counts as verified.");
        assertThat(section("verifier", STEEL)).contains("once the evidence that is still needed is there");
        assertThat(section("verifier", OF_ANY_KIND))
                .contains("once the site has submitted any evidence")
                .doesNotContain("still needed");
        assertThat(section("verifier", CLAIMED_BY_VERIFIER)).contains("You claimed it, so somebody else verifies it.");
        assertThat(commands("verifier", CLAIMED_BY_VERIFIER)).containsExactly("rejection");
        assertThat(section("verifier", SHOWN_BY_VERIFIER)).contains("You submitted evidence of it");
        assertThat(commands("verifier", SHOWN_BY_VERIFIER)).containsExactly("rejection");
        assertThat(section("verifier", CONCRETE)).doesNotContain("may verify", "somebody else");
        assertThat(section("site-reporter", SHELL)).doesNotContain("may verify", "somebody else");
    }

    @Test
    void to_withdraw_a_claim_are_for_whoever_made_it() {
        assertThat(commands("site-reporter", CLAIMED_BY_VERIFIER)).containsExactly("evidence");
    }

    @Test
    void are_each_sent_once() {
        List<String> forms = Pattern.compile(
                        "<form[^>]*action=\"(" + project() + "[^\"]*)\".*?name=\"once\" value=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(section("site-reporter", STEEL))
                .results()
                .map(found -> found.group(2))
                .toList();

        assertThat(forms).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void are_sent_on_as_the_api_takes_them_with_what_the_person_saw() {
        String page = page("site-reporter");
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"")
                .matcher(page.substring(page.indexOf(path(CONCRETE, "claim"))));
        assertThat(version.find()).isTrue();

        HttpResponse<String> answer = send(
                "site-reporter",
                "fr",
                path(CONCRETE, "claim") + "?page=1&history=all",
                Map.of("version", version.group(1), "claimedDate", "2026-01-29", "reason", " "));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "?page=1&history=all#m-" + CONCRETE);
        Asked asked = asked();
        assertThat(asked.command()).isEqualTo("claim");
        assertThat(asked.account()).isEqualTo(PortalProcess.id("site-reporter").toString());
        assertThat(asked.body()).isEqualTo("{\"claimedDate\":\"2026-01-29\"}");
        assertThat(asked.headers().get("If-Match")).isEqualTo("\"" + version.group(1) + "\"");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-7");
        assertThat(asked.headers().get("Accept-Language")).isEqualTo("fr");
    }

    @Test
    void show_a_refusal_in_the_services_words_and_keep_what_was_typed() {
        sites.answerNext(422, PROBLEM.formatted("claimed-date-ahead", ""));
        HttpResponse<String> answer = send(
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
        assertThat(asked().body()).contains("The <line> is late");
    }

    @Test
    void are_the_same_form_again_after_an_answer_that_did_not_come() {
        sites.answerNext(503, PROBLEM.formatted("unavailable", ""));
        String page = send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();

        assertThat(page)
                .contains("The answer did not come. Look whether it was done before you send it again.")
                .contains("Not tight</textarea>")
                .doesNotContain("Said of it", "In detail", "Do so");
        assertThat(keys(sectionOf(page, SHELL))).contains("once-7").hasSize(2).doesNotHaveDuplicates();
        asked();

        sites.answerNext(409, PROBLEM.formatted("request-in-progress", ""));
        page = send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();
        assertThat(keys(sectionOf(page, SHELL))).contains("once-7");
        asked();

        sites.answerNext(503, "");
        assertThat(keys(sectionOf(upload("line", "PHOTO", "bytes").body(), STEEL)))
                .contains("once-8");
        asked();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 422})
    void are_another_form_after_a_refusal(int status) {
        sites.answerNext(status, PROBLEM.formatted("validation", ""));
        String page = send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "Not tight"))
                .body();

        assertThat(page).contains("Not tight</textarea>");
        assertThat(keys(sectionOf(page, SHELL))).hasSize(2).doesNotContain("once-7");
        asked();
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
        send("site-reporter", "en", path(CONCRETE, "start"), Map.of("once", "a key\nof somebody"));

        assertThat(asked().headers().get("Idempotency-Key")).matches("[-0-9a-f]{36}");
    }

    @Test
    void point_at_the_field_that_is_wrong() {
        sites.answerNext(422, PROBLEM.formatted("validation", "{\"pointer\": \"/reason\", \"detail\": \"Too short\"}"));
        String page = send("verifier", "en", path(SHELL, "rejection"), Map.of("reason", "x"))
                .body();

        String field = "m-" + SHELL + "-rejection-reason";
        assertThat(page)
                .contains("href=\"#" + field + "\">Reason: Too short")
                .containsPattern("id=\"" + field + "\"[^>]* aria-invalid=\"true\"")
                .contains("aria-describedby=\"" + field + "-hint " + field + "-wrong\"")
                .contains("<p class=\"wrong\" id=\"" + field + "-wrong\"");
        asked();
    }

    @Test
    void say_that_somebody_else_was_quicker_and_keep_what_was_typed_where_the_form_is_gone() {
        sites.answerNext(412, PROBLEM.formatted("version-conflict", ""));
        HttpResponse<String> answer =
                send("verifier", "fr", path(STEEL, "verification"), Map.of("statement", "Seen from the road"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body())
                .contains("Ceci a changé pendant votre saisie")
                .contains("Seen from the road")
                .doesNotContain("Said of it");
        asked();
    }

    @Test
    void are_taken_from_own_pages_only_and_those_that_are_none_from_nowhere() {
        String cookie = portal.cookie("site-reporter");
        HttpResponse<String> forged = portal.send(portal.to(path(CONCRETE, "claim"))
                .header("Accept", "text/html")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("claimedDate=2026-01-29")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(upload(cookie, "guessed", "line", "PHOTO", "bytes", "").statusCode())
                .isEqualTo(403);
        assertThat(send("site-reporter", "en", path(CONCRETE, "remove"), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void that_come_back_from_the_sign_in_page_do_nothing_by_themselves() {
        HttpResponse<String> answer =
                send("verifier", "en", path(SHELL, "rejection"), Map.of("kept", "yes", "reason", "Worth keeping"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern("<details open><summary[^>]*>Reject")
                .contains("Worth keeping</textarea>");
    }

    @Test
    void have_addresses_that_lead_back_to_the_page() {
        HttpResponse<String> answer = portal.send(portal.to(path(SHELL, "evidence") + "?page=1")
                .header("Accept", "text/html")
                .header("Cookie", portal.cookie("site-reporter")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "?page=1#m-" + SHELL);
    }

    @Test
    void take_a_file_for_each_kind_that_is_missing_with_the_camera_for_photographs() {
        String page = page("site-reporter");
        String steel = page.substring(page.indexOf("id=\"m-" + STEEL + "\""), page.indexOf("id=\"m-" + SHELL + "\""));

        assertThat(steel)
                .containsPattern("type=\"file\" id=\"m-" + STEEL
                        + "-PHOTO\" name=\"file\" required accept=\"image/\\*\" capture=\"environment\"")
                .doesNotContain("id=\"m-" + STEEL + "-CERTIFICATE\"")
                .contains("id=\"m-" + STEEL + "-other\"")
                .contains("id=\"m-" + STEEL + "-PHOTO-hint\">At most 64\u00a0MiB.")
                .contains("aria-describedby=\"m-" + STEEL + "-PHOTO-hint\"")
                .containsPattern("name=\"kind\" required>\\s*<option value=\"\">")
                .contains("Submit<span class=\"vh\"> Steel</span></button>");
    }

    @Test
    void pass_a_file_on_as_it_is_and_the_same_form_as_the_same_request() {
        HttpResponse<String> answer = upload("----WebKitFormBoundary7MA4YWxkTrZu0gW", "PHOTO", FILE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "#m-" + STEEL);
        Asked asked = asked();
        assertThat(asked.command()).isEqualTo("evidence");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-8");
        assertThat(asked.headers().contains("If-Match")).isFalse();
        assertThat(asked.body()).contains("name=\"kind\"", "\r\n\r\nPHOTO\r\n", "\r\n\r\n" + FILE + "\r\n--tranche-");
        assertThat(asked.body()).doesNotContain("csrf", "a b.pdf");

        upload("another-line", "PHOTO", FILE);
        assertThat(asked().body()).isEqualTo(asked.body());
    }

    @Test
    void ask_for_the_file_where_none_was_chosen() {
        HttpResponse<String> answer = upload("line", "PHOTO", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#m-" + STEEL + "-PHOTO\"").contains("Choose a file.");
    }

    @Test
    void ask_for_the_file_again_after_a_session_that_had_ended_without_having_read_it() throws IOException {
        String back = path(STEEL, "evidence") + "?page=1&unsent";
        assertThat(answerBeforeTheBody(path(STEEL, "evidence") + "?page=1", 60 << 20))
                .startsWith("HTTP/1.1 303 ")
                .containsIgnoringCase(
                        "\r\nlocation: /signin?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8) + "\r\n");

        HttpResponse<String> page = portal.send(portal.to(back)
                .header("Accept", "text/html")
                .header("Cookie", portal.cookie("site-reporter") + "; tranche-language=en"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"#m-" + STEEL + "-other\"")
                .contains("Your session had ended and the file did not arrive. Choose it again.");
    }

    @Test
    void take_nothing_longer_than_a_file_or_where_none_is_asked_for() throws IOException {
        assertThat(answerBeforeTheBody(path(STEEL, "evidence"), (64 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(answerBeforeTheBody(path(STEEL, "claim"), (1 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(answerBeforeTheBody("/signin", (1 << 20) + 1)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void keep_the_kind_that_was_chosen_for_a_file() {
        sites.answerNext(409, PROBLEM.formatted("evidence-full", ""));
        HttpResponse<String> answer = upload("line", "INVOICE", "bytes");

        assertThat(answer.body()).containsPattern("value=\"INVOICE\" selected");
        asked();
    }

    /** What somebody unknown is answered who says that a form with a file comes, and sends nothing of it. */
    private static String answerBeforeTheBody(String path, int length) throws IOException {
        URI to = portal.address(path);
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: " + to.getAuthority()
                                    + "\r\nAccept: text/html\r\nContent-Type: multipart/form-data; boundary=line\r\nContent-Length: "
                                    + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                head.append((char) next);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            return head.toString();
        }
    }

    @Test
    void submit_nothing_from_a_form_that_does_not_end_with_its_file() {
        String cookie = portal.cookie("site-reporter");

        assertThat(upload(cookie, portal.csrf(cookie), "line", "PHOTO", "bytes", "and more")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void show_why_evidence_was_refused() {
        sites.answerNext(409, PROBLEM.formatted("evidence-full", ""));
        HttpResponse<String> answer = upload("line", "PHOTO", "bytes");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Said of it").contains("In detail");
        asked();
    }

    @Test
    void leave_each_piece_of_evidence_to_be_opened() {
        assertThat(page("verifier")).contains("href=\"/api/v1/evidence/" + TimelineEvents.HASH + "\"");
    }
}
