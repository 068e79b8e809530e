package tranche.portal.reference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;

class ReferencePageTest {

    private static final Pattern ID = Pattern.compile("operationId: (\\w+)");
    private static final Pattern CODE = Pattern.compile("<code.*?</code>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");

    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.shared();
    }

    @Test
    void gives_the_document_to_whoever_asks_without_a_sign_in() throws IOException {
        HttpResponse<String> answer = portal.send(portal.to("/api/v1/openapi.yaml"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/yaml");
        assertThat(answer.body()).isEqualTo(file());
    }

    @Test
    void is_one_click_from_every_page() {
        HttpResponse<String> open = portal.send(portal.to("/signin").header("Accept", "text/html"));
        HttpResponse<String> signedIn = portal.send(
                portal.to("/commitments").header("Accept", "text/html").header("Cookie", portal.cookie("auditor")));

        assertThat(List.of(open, signedIn))
                .allSatisfy(page -> assertThat(page.body()).contains("href=\"/api/docs\""));
    }

    @Test
    void opens_nothing_else() {
        assertThat(portal.send(portal.to("/api/v1/openapi.yaml/x")).statusCode())
                .isEqualTo(401);
        assertThat(portal.send(portal.to("/api/docs/x")).statusCode()).isEqualTo(401);
        assertThat(portal.send(portal.to("/api/v1/openapi.yaml").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void shows_every_operation_and_nothing_that_leads_nowhere() throws IOException {
        String page = page("en");
        List<String> operations =
                ID.matcher(file()).results().map(found -> found.group(1)).toList();

        assertThat(operations)
                .hasSizeGreaterThan(50)
                .allMatch(id -> page.contains("<article class=\"card\" id=\"" + id));
        assertThat(LINK.matcher(page).results().map(found -> found.group(1)).distinct())
                .hasSizeGreaterThan(100)
                .allMatch(anchor -> page.contains("id=\"" + anchor + "\""));
    }

    @Test
    void says_how_a_commitment_is_drafted_with_body_answers_refusals_and_a_request_to_copy() {
        String page = page("en");
        String draft = page.substring(page.indexOf("id=\"draftCommitment\""), page.indexOf("id=\"draftTakeOn\""));

        assertThat(draft)
                .contains("curl -X POST \"" + portal.origin() + "/api/v1/commitments\"")
                .contains("Authorization: Bearer $KEY")
                .contains("Idempotency-Key: $(uuidgen)")
                .contains("{\"value\":\"1250000.50\",\"currency\":\"USD\"}")
                .contains("<code>investorId</code> <span class=\"muted small\">required</span>")
                .contains("In the fund’s base currency, above zero.")
                .contains("<a href=\"/problems/fund-closed-to-new\">")
                .contains("<th scope=\"row\">201</th>", "<th scope=\"row\">409</th>", "<th scope=\"row\">422</th>")
                .contains("ETag, Location, Tranche-Position, Idempotency-Replayed");
    }

    @Test
    void a_request_with_an_apostrophe_survives_the_shell() {
        assertThat(page("en")).contains("Administrator'\\''s statement");
    }

    @Test
    void words_are_set_with_typographic_apostrophes_and_codes_are_left_alone() {
        String words = CODE.matcher(page("en")).replaceAll("");

        assertThat(words).contains("Read a fund’s journal").doesNotContainPattern("\\p{L}('|&#39;)\\p{L}");
    }

    @Test
    void has_a_french_frame_around_the_english_document() {
        String page = page("fr");

        assertThat(page)
                .contains("<html lang=\"fr\"")
                .contains("<h1>L’API</h1>", "Réponses", "obligatoire")
                .contains("lang=\"en\">Indicate an interest</h3>");
    }

    @Test
    void loads_nothing_from_elsewhere() {
        assertThat(page("en"))
                .doesNotContainPattern("(src|href)=\"(https?:)?//")
                .doesNotContain("<style", "onclick");
    }

    private static String page(String language) {
        HttpResponse<String> answer =
                portal.send(portal.to("/api/docs").header("Accept", "text/html").header("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String file() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ReferencePageTest.class.getResourceAsStream("/tranche/schemas/openapi/tranche.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
