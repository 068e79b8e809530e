package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.page.SiteDesk.CONCRETE;
import static tranche.portal.timeline.page.SiteDesk.PROBLEM;
import static tranche.portal.timeline.page.SiteDesk.SHELL;
import static tranche.portal.timeline.page.SiteDesk.STEEL;
import static tranche.portal.timeline.page.SiteDesk.path;
import static tranche.portal.timeline.page.SiteDesk.project;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.upstream.Sites.Asked;

@DisplayName("The forms of evidence on a project's page")
class EvidenceFormTest {

    /** What ends lines and forms stands in files too. */
    private static final String FILE = "%PDF-1.7\r\n--\r\n\r\n--line--\r\n".repeat(100_000);

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
    void take_a_file_for_each_kind_that_is_missing_with_the_camera_for_photographs() {
        String page = site.page("site-reporter");
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
        HttpResponse<String> answer = site.upload("----WebKitFormBoundary7MA4YWxkTrZu0gW", "PHOTO", FILE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(project() + "#m-" + STEEL);
        Asked asked = site.asked();
        assertThat(asked.command()).isEqualTo("evidence");
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-8");
        assertThat(asked.headers().contains("If-Match")).isFalse();
        assertThat(asked.body()).contains("name=\"kind\"", "\r\n\r\nPHOTO\r\n", "\r\n\r\n" + FILE + "\r\n--tranche-");
        assertThat(asked.body())
                .contains("name=\"name\"", "\r\n\r\na b.pdf\r\n")
                .doesNotContain("csrf");

        site.upload("another-line", "PHOTO", FILE);
        assertThat(site.asked().body()).isEqualTo(asked.body());
    }

    @Test
    void ask_for_the_file_where_none_was_chosen() {
        HttpResponse<String> answer = site.upload("line", "PHOTO", "");

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

        HttpResponse<String> page = site.portal.send(site.portal
                .to(back)
                .header("Accept", "text/html")
                .header("Cookie", site.portal.cookie("site-reporter") + "; tranche-language=en"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"#m-" + STEEL + "-other\"")
                .contains("Your session had ended and the file did not arrive. Choose it again.");
    }

    @Test
    void take_nothing_longer_than_a_file_or_where_none_is_asked_for() throws IOException {
        assertThat(answerBeforeTheBody(path(STEEL, "evidence"), (64 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(answerBeforeTheBody(path(STEEL, "claim"), (64 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(answerBeforeTheBody(path(STEEL, "start"), (1 << 20) + 1)).startsWith("HTTP/1.1 413 ");
        assertThat(answerBeforeTheBody("/signin", (1 << 20) + 1)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void keep_the_kind_that_was_chosen_for_a_file() {
        site.sites.answerNext(409, PROBLEM.formatted("evidence-full", ""));
        HttpResponse<String> answer = site.upload("line", "INVOICE", "bytes");

        assertThat(answer.body()).containsPattern("value=\"INVOICE\" selected");
        site.asked();
    }

    /** What somebody unknown is answered who says that a form with a file comes, and sends nothing of it. */
    private static String answerBeforeTheBody(String path, int length) throws IOException {
        URI to = site.portal.address(path);
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
        String cookie = site.portal.cookie("site-reporter");

        assertThat(site.upload(cookie, site.portal.csrf(cookie), "line", "PHOTO", "bytes", "and more")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void show_why_evidence_was_refused() {
        site.sites.answerNext(409, PROBLEM.formatted("evidence-full", ""));
        HttpResponse<String> answer = site.upload("line", "PHOTO", "bytes");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Said of it").contains("In detail");
        site.asked();
    }

    @Test
    @DisplayName(
            "D-47: show a piece under the name that its file had, or under its kind where the service does not tell")
    void name_each_piece() {
        String list = project() + "/evidence";
        site.sites.put(list, """
                {"items": [{"id": "%s", "name": "Pour <3>.pdf"}, {"id": "%s", "name": "of another claim.pdf"}], "next": null}
                """.formatted(site.evidence(STEEL), java.util.UUID.randomUUID()));

        String named = site.section("verifier", STEEL);
        String other = site.section("verifier", SHELL);
        site.sites.clear();

        assertThat(named).contains("download>Pour &lt;3&gt;.pdf<").contains("Certificate: ");
        assertThat(other).contains("download>Certificate<");
        assertThat(site.section("verifier", STEEL)).contains("download>Certificate<");
    }

    @Test
    void claim_a_milestone_and_pass_on_what_shows_it() {
        HttpResponse<String> answer = site.claim(CONCRETE, "PHOTO", "bytes");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Asked claim = site.asked();
        assertThat(claim.command()).isEqualTo("claim");
        assertThat(claim.body()).isEqualTo("{\"claimedDate\":\"2026-02-01\"}");
        assertThat(claim.headers().get("Idempotency-Key")).isEqualTo("once-8");
        Asked shown = site.asked();
        assertThat(shown.command()).isEqualTo("evidence");
        assertThat(shown.body()).contains("\r\n\r\nPHOTO\r\n", "\r\n\r\na b.pdf\r\n", "\r\n\r\nbytes\r\n--");
        assertThat(shown.headers().get("Idempotency-Key")).isEqualTo("once-8-file");
    }

    @Test
    void claim_a_milestone_without_a_file_as_well() {
        assertThat(site.claim(CONCRETE, "PHOTO", "").statusCode()).isEqualTo(303);
        assertThat(site.asked().command()).isEqualTo("claim");
    }

    @Test
    void claim_nothing_where_nobody_says_what_the_file_is() {
        HttpResponse<String> answer = site.claim(CONCRETE, "", "bytes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Say what the file is.").contains("href=\"#m-" + CONCRETE + "-claim-file\"");
    }

    @Test
    void submit_nothing_where_the_claim_is_refused() {
        site.sites.answerNext(409, PROBLEM.formatted("invalid-state", ""));

        assertThat(site.claim(CONCRETE, "PHOTO", "bytes").statusCode()).isEqualTo(409);
        assertThat(site.asked().command()).isEqualTo("claim");
    }

    @Test
    void leave_each_piece_of_evidence_to_be_opened() {
        assertThat(site.page("verifier")).contains("href=\"/api/v1/evidence/" + TimelineEvents.HASH + "\"");
    }
}
