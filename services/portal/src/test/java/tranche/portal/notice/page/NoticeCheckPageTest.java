package tranche.portal.notice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.values.actor.ContentHash;

/** A portal, and a service that knows of notices; nobody is signed in. */
@DisplayName("The check of a notice")
class NoticeCheckPageTest {

    private static final String FILE = "%PDF-1.7 a notice";
    private static final String HASH = ContentHash.of(FILE).hex();
    private static final String ANSWER = """
            {"state": "%s", "issuedAt": %s, "withdrawnAt": %s, "fingerprint": %s, "noticesBefore": %s,
             "accountBefore": %s}
            """;

    private static final PortalProcess PORTAL = PortalProcess.shared();

    private static HttpResponse<String> get(String path) {
        return PORTAL.send(PORTAL.to(path).header("Accept", "text/html").header("Cookie", "tranche-language=en"));
    }

    private static void known(String state, String issued, String withdrawn, String fingerprint, String before) {
        known(state, issued, withdrawn, fingerprint, before, "null");
    }

    private static void known(
            String state, String issued, String withdrawn, String fingerprint, String before, String replaced) {
        PORTAL.drawdowns()
                .put("/notices/" + HASH, ANSWER.formatted(state, issued, withdrawn, fingerprint, before, replaced));
    }

    private static HttpResponse<String> upload(String origin, String content) {
        String line = "a-line-between-parts";
        String form = "--" + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notice.pdf\"\r\n\r\n"
                + content + "\r\n--" + line + "--\r\n";
        return PORTAL.send(PORTAL.to("/verify")
                .header("Accept", "text/html")
                .header("Origin", origin)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void asks_nobody_for_an_account_and_says_nothing_before_there_is_a_file() {
        HttpResponse<String> page = get("/verify");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Check a notice", "whether it was taken back", "enctype=\"multipart/form-data\"")
                .contains("data-hashed=\"sha256\"")
                .doesNotContain("still to be paid")
                .doesNotContain("Genuine.", "Do not pay");
        assertThat(get("/verify?sha256=nothing").body()).contains("There is no file to check.");
    }

    @Test
    void says_that_a_notice_is_genuine_with_its_day_and_its_account() {
        known("GENUINE", "\"2025-12-15T10:00:00Z\"", "null", "\"7F2A 91C4 0B3E D8A6 52C9\"", "13");

        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("Genuine.", "Issued 15\u00a0Dec\u00a02025", "unchanged since.")
                .contains("7F2A 91C4 0B3E D8A6 52C9, the same as on 13 notices before.", HASH);

        known("GENUINE", "\"2025-12-15T10:00:00Z\"", "null", "null", "null");
        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("Genuine.")
                .doesNotContain("Bank fingerprint 7F2A", "Do not pay", "The account");
    }

    @Test
    @DisplayName("BK-01: never shows a changed account without the old one, the day and that it is to be compared")
    void warns_of_an_account_that_was_changed() {
        String replaced = "{\"fingerprint\": \"AAAA BBBB CCCC DDDD EEEE\", \"until\": \"2026-03-02T10:00:00Z\"}";
        known("GENUINE", "\"2026-03-15T10:00:00Z\"", "null", "\"7F2A 91C4 0B3E D8A6 52C9\"", "0", replaced);

        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("Genuine.", "7F2A 91C4 0B3E D8A6 52C9, on no notice before.", "note warn")
                .contains("The account changed on 2\u00a0Mar\u00a02026", "it was AAAA BBBB CCCC DDDD EEEE.", "BK-01")
                .contains("compare the fingerprint by telephone before you pay");

        known(
                "WITHDRAWN",
                "\"2026-03-15T10:00:00Z\"",
                "\"2026-03-20T10:00:00Z\"",
                "\"7F2A 91C4 0B3E D8A6 52C9\"",
                "0",
                replaced);
        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("The account had changed on 2\u00a0Mar\u00a02026", "Do not pay it.")
                .doesNotContain("before you pay");
    }

    @Test
    void says_what_is_not_to_be_paid() {
        known("WITHDRAWN", "\"2025-12-15T10:00:00Z\"", "\"2026-01-05T10:00:00Z\"", "null", "null");
        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("Ours, but no longer to be paid.", "5\u00a0Jan\u00a02026", "Do not pay it.")
                .doesNotContain("Genuine.");

        known("UNKNOWN", "null", "null", "null", "null");
        assertThat(get("/verify?sha256=" + HASH).body())
                .contains("role=\"alert\"", "Not ours, or changed.", "Call the number that you already have");
    }

    @Test
    void never_takes_no_answer_for_one() {
        PORTAL.drawdowns().put("/notices/" + HASH, 503, "");
        HttpResponse<String> away = get("/verify?sha256=" + HASH);

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body())
                .contains("Nobody can say right now.", "do not pay before")
                .doesNotContain("Genuine.");
    }

    @Test
    @DisplayName("without script, hashes the file as it comes and leads to the answer; from another site it takes none")
    void hashes_the_file_of_whoever_has_no_script() {
        HttpResponse<String> hashed = upload(PORTAL.origin(), FILE);

        assertThat(hashed.statusCode()).isEqualTo(303);
        assertThat(hashed.headers().firstValue("Location")).contains("/verify?sha256=" + HASH);
        assertThat(upload(PORTAL.origin(), "").headers().firstValue("Location")).contains("/verify?sha256=");
        assertThat(upload("https://elsewhere.example", FILE).statusCode()).isEqualTo(403);
    }

    @Test
    void takes_no_more_of_anybody_than_a_notice_can_be() {
        assertThat(upload(PORTAL.origin(), "x".repeat(1 << 20)).statusCode()).isEqualTo(413);
    }
}
