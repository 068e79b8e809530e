package tranche.portal.frontdoor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.PortalProcess.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.upstream.Echo;

/** What passes the front door, in which form, and what does not. */
class ForwardingTest {

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
    void what_is_sent_arrives_whole_and_credentials_do_not() {
        HttpResponse<String> response = portal.send(portal.as("fund-manager", "/api/v1/commitments")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "once")
                .header("If-Match", "\"3\"")
                .header("Cookie", "tranche_session=abc")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("Accept-Language", "fr")
                .POST(BodyPublishers.ofString("{\"a\":1}")));

        JsonNode echo = json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(echo.path("sha256").asText()).isEqualTo(sha256("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        JsonNode headers = echo.path("headers");
        assertThat(headers.path("idempotency-key").path(0).asText()).isEqualTo("once");
        assertThat(headers.path("if-match").path(0).asText()).isEqualTo("\"3\"");
        assertThat(headers.path("accept-language").path(0).asText()).isEqualTo("fr");
        assertThat(headers.has("cookie")).isFalse();
        assertThat(headers.has("x-forwarded-for")).isFalse();
        assertThat(headers.path("authorization")).hasSize(1);
        assertThat(headers.path("authorization").path(0).asText())
                .startsWith("Bearer ey")
                .doesNotContain("trk_");
    }

    @Test
    void every_method_of_the_contract_passes_and_others_do_not() {
        for (String method : List.of("GET", "POST", "PATCH")) {
            HttpResponse<String> response = portal.send(
                    portal.as("fund-manager", "/api/v1/commitments/1").method(method, BodyPublishers.noBody()));
            assertThat(json(response).path("method").asText()).as(method).isEqualTo(method);
        }
        assertThat(portal.send(portal.as("fund-manager", "/api/v1/commitments/1")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> head =
                portal.send(portal.as("fund-manager", "/api/v1/commitments/1").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(portal.send(portal.as("fund-manager", "/api/v1/commitments/1")
                                .method("TRACE", BodyPublishers.noBody()))
                        .statusCode())
                .isIn(400, 405);
    }

    @Test
    void headers_of_the_hop_behind_end_at_the_front_door() {
        HttpResponse<String> response = portal.get("fund-manager", "/api/v1/funds");

        assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(response.headers().firstValue("Tranche-Position")).isPresent();
        assertThat(response.headers().map().keySet())
                .doesNotContain("set-cookie", "server", "x-hop")
                .doesNotContainAnyElementsOf(Set.of("Set-Cookie", "Server", "X-Hop"));
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
    }

    @Test
    void a_long_answer_and_a_long_file_pass_in_pieces() {
        assertThat(portal.get("fund-manager", "/api/v1/funds/long").body()).hasSize(3 << 20);

        byte[] file = new byte[5 << 20];
        java.util.Arrays.fill(file, (byte) 7);
        HttpResponse<String> response = portal.send(portal.as("fund-manager", "/api/v1/imports?kind=commitments")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("sha256").asText()).isEqualTo(sha256(file));
    }

    @Test
    void a_body_one_byte_over_the_limit_is_refused_and_one_of_the_limit_is_not() {
        byte[] most = new byte[1 << 20];
        byte[] more = new byte[(1 << 20) + 1];

        assertThat(code(portal.as("fund-manager", "/api/v1/commitments").POST(BodyPublishers.ofByteArray(most))))
                .isEqualTo(200);
        assertThat(refused(portal.as("fund-manager", "/api/v1/commitments").POST(BodyPublishers.ofByteArray(more))))
                .isEqualTo("too-large");
        assertThat(refused(portal.as("fund-manager", "/api/v1/commitments")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(more)))))
                .isEqualTo("too-large");
    }

    @Test
    void a_path_that_could_be_read_in_two_ways_is_not_found() {
        for (String path :
                List.of("/api/v1/commitments/../accounts", "/api/v1/commitments/%2e%2e/x", "/api/v1/commitments//x")) {
            assertThat(portal.get("fund-manager", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(portal.get("fund-manager", "/api/v1/milestones").statusCode())
                .as("a service that is not deployed")
                .isEqualTo(404);
    }

    @Test
    void an_approval_of_a_service_goes_to_the_service() {
        UUID id = UUID.randomUUID();

        HttpResponse<String> response =
                portal.post("approver", "/api/v1/approvals/" + id + "/approval", "{\"contentHash\":\"x\"}");

        assertThat(json(response).path("target").asText()).isEqualTo("/api/v1/approvals/" + id + "/approval");
    }

    @Test
    void while_the_service_is_away_the_caller_is_asked_to_come_again() {
        try (PortalProcess other = PortalProcess.demo()) {
            assertThat(other.get("fund-manager", "/api/v1/commitments").statusCode())
                    .isEqualTo(200);
            other.stopUpstream();

            for (HttpResponse<String> response : List.of(
                    other.get("fund-manager", "/api/v1/commitments"),
                    other.post("fund-manager", "/api/v1/commitments", "{}"))) {
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).contains("1");
                assertThat(json(response).path("code").asText()).isEqualTo("unavailable");
            }
            assertThat(other.get("admin", "/api/v1/accounts").statusCode())
                    .as("the portal's own goes on")
                    .isEqualTo(200);
        }
    }

    @Test
    void health_is_open_and_metrics_are_for_this_machine() {
        assertThat(portal.send(portal.to("/health/live")).statusCode()).isEqualTo(200);
        assertThat(portal.send(portal.to("/health/ready")).statusCode()).isEqualTo(200);
        assertThat(portal.send(portal.to("/metrics")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_that_goes_away_while_it_is_asked_leaves_the_outcome_open() {
        try (PortalProcess other = PortalProcess.demo()) {
            int before = Echo.silentNow();
            CompletableFuture<HttpResponse<String>> answer = other.sendAsync(
                    other.as("fund-manager", "/api/v1/funds/silent/60000").POST(BodyPublishers.ofString("{}")));
            Awaitility.await().until(() -> Echo.silentNow() > before);
            other.stopUpstream();

            HttpResponse<String> response = answer.join();
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(json(response).path("code").asText()).isEqualTo("outcome-unknown");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static int code(HttpRequest.Builder request) {
        return portal.send(request).statusCode();
    }

    private static String refused(HttpRequest.Builder request) {
        return json(portal.send(request)).path("code").asText();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
