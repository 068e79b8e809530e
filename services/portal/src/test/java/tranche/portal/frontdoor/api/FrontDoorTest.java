package tranche.portal.frontdoor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.portal.PortalProcess.json;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tranche.portal.PortalProcess;
import tranche.portal.account.store.AccountStore;
import tranche.portal.frontdoor.SigningKeys;
import tranche.portal.frontdoor.domain.Nobody;
import tranche.portal.frontdoor.domain.NoticeKey;
import tranche.portal.frontdoor.store.NoticeKeyRows;
import tranche.upstream.Echo;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.access.SigningKey;
import tranche.web.access.TokenMint;
import tranche.world.time.SystemClock;

class FrontDoorTest {

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        ((Logger) LoggerFactory.getLogger("tranche")).setLevel(ch.qos.logback.classic.Level.DEBUG);
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
        portal = PortalProcess.demo();
    }

    @AfterAll
    static void stops() {
        portal.close();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    }

    @Test
    void a_key_is_passed_on_as_a_token_that_the_service_takes() {
        HttpResponse<String> response = portal.get("verifier-approver", "/api/v1/commitments?state=DRAFT&limit=5");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode echo = json(response);
        assertThat(echo.path("account").asText())
                .isEqualTo(PortalProcess.id("verifier-approver").toString());
        assertThat(texts(echo.path("roles"))).containsExactly("approver", "verifier");
        assertThat(texts(echo.path("scopes"))).containsExactly("read", "write", "approve");
        assertThat(echo.path("target").asText()).isEqualTo("/api/v1/commitments?state=DRAFT&limit=5");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer trk_",
                "Bearer trk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Basic YWRtaW46YWRtaW4=",
                "Token x"
            })
    void nobody_gets_in_with_a_bad_credential(String credential) {
        HttpRequest.Builder request = portal.to("/api/v1/commitments");
        HttpResponse<String> response =
                portal.send(credential.isEmpty() ? request : request.header("Authorization", credential));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(json(response).path("code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void two_credentials_are_none() {
        HttpResponse<String> response = portal.send(portal.as("fund-manager", "/api/v1/commitments")
                .header("Authorization", "Bearer " + portal.key("approver")));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_that_has_expired_or_was_revoked_opens_nothing() {
        JsonNode made = json(portal.post(
                "auditor",
                "/api/v1/api-keys",
                "{\"name\":\"short\",\"scopes\":[\"read\"],\"expires\":\"2100-01-01\"}"));
        assertThat(made.path("errors").path(0).path("pointer").asText()).isEqualTo("/expires");
        JsonNode key = key("auditor", "read");
        String secret = key.path("key").asText();
        assertThat(commitments(secret).statusCode()).isEqualTo(200);

        portal.sql("update api_key set expires_at = now() - interval '1 second' where id = '"
                + key.path("id").asText() + "'");
        assertThat(commitments(secret).statusCode()).isEqualTo(401);

        JsonNode other = key("auditor", "read");
        assertThat(commitments(other.path("key").asText()).statusCode()).isEqualTo(200);
        assertThat(portal.post("auditor", "/api/v1/api-keys/" + other.path("id").asText() + "/revocation", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(commitments(other.path("key").asText()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_goes_no_further_than_its_scopes() {
        String reads = key("fund-manager", "read").path("key").asText();
        String writes = key("fund-manager", "write").path("key").asText();

        assertThat(commitments(reads).statusCode()).isEqualTo(200);
        assertThat(missing(posted(reads, "/api/v1/commitments"))).isEqualTo("write");
        assertThat(posted(writes, "/api/v1/commitments").statusCode()).isEqualTo(200);
        assertThat(missing(commitments(writes))).isEqualTo("read");
        for (String command : List.of("acceptance", "approval", "take-on-approval")) {
            assertThat(missing(posted(writes, "/api/v1/commitments/1/" + command)))
                    .as(command)
                    .isEqualTo("approve");
        }
        assertThat(missing(posted(writes, "/api/v1/approvals/" + UUID.randomUUID() + "/approval")))
                .isEqualTo("approve");
    }

    @Test
    void a_session_reads_and_changes_something_only_from_an_own_page() {
        String cookie = portal.cookie("fund-manager");
        String csrf = portal.csrf(cookie);

        assertThat(portal.send(portal.to("/api/v1/commitments").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(post(cookie).header("X-CSRF-Token", csrf))).isEqualTo(200);
        assertThat(code(post(cookie).header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
        assertThat(refused(post(cookie))).isEqualTo("csrf-refused");
        assertThat(refused(post(cookie).header("X-CSRF-Token", portal.csrf(portal.cookie("fund-manager")))))
                .isEqualTo("csrf-refused");
        assertThat(refused(post(cookie).header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo("csrf-refused");
        assertThat(refused(post(cookie).header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", "same-site")))
                .isEqualTo("csrf-refused");
        assertThat(refused(post(cookie).header("X-CSRF-Token", csrf).header("Origin", "http://evil.example")))
                .isEqualTo("csrf-refused");
        assertThat(refused(post(cookie).header("X-CSRF-Token", csrf).header("Origin", "null")))
                .isEqualTo("csrf-refused");
    }

    @Test
    void a_page_that_is_left_open_does_not_keep_its_session() {
        String cookie = portal.cookie("stakeholder");
        assertThat(withCookie(cookie).statusCode()).isEqualTo(200);

        portal.sql("update session set last_seen_at = last_seen_at - interval '20 minutes'");
        assertThat(portal.send(portal.to("/commitments")
                                .header("Cookie", cookie)
                                .header("HX-Request", "true"))
                        .statusCode())
                .isEqualTo(200);
        portal.sql("update session set last_seen_at = last_seen_at - interval '20 minutes'");

        assertThat(withCookie(cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_half_an_hour_of_rest_after_half_a_day_and_with_its_account() {
        String idle = portal.cookie("stakeholder");
        portal.sql("update session set last_seen_at = last_seen_at - interval '30 minutes'");
        assertThat(withCookie(idle).statusCode()).isEqualTo(401);

        String old = portal.cookie("stakeholder");
        portal.sql("update session set created_at = created_at - interval '12 hours'");
        assertThat(withCookie(old).statusCode()).isEqualTo(401);

        String shut = portal.cookie("stakeholder");
        assertThat(withCookie(shut).statusCode()).isEqualTo(200);
        portal.sql("update account set state = 'DISABLED' where username = 'stakeholder'");
        assertThat(withCookie(shut).statusCode()).isEqualTo(401);
        assertThat(commitments(portal.key("stakeholder")).statusCode()).isEqualTo(401);
        portal.sql("update account set state = 'ACTIVE' where username = 'stakeholder'");
    }

    @Test
    void a_withdrawn_right_is_gone_with_the_next_request() {
        assertThat(texts(json(portal.get("verifier", "/api/v1/commitments")).path("roles")))
                .containsExactly("verifier");

        portal.sql("update account_grant set until = current_date - 1 where account = '" + PortalProcess.id("verifier")
                + "'");
        assertThat(texts(json(portal.get("verifier", "/api/v1/commitments")).path("roles")))
                .isEmpty();
        portal.sql("update account_grant set until = null");
    }

    @Test
    void the_service_takes_the_front_doors_tokens_for_itself_and_no_others() {
        SigningKey own = portal.bean(SigningKeys.class).own();
        Identity identity = new Identity(new Actor(UUID.randomUUID(), UUID.randomUUID(), Access.NONE), KeyScope.all());
        SystemClock clock = new SystemClock();
        String good = new TokenMint(own, portal.origin(), clock).mint(identity, "commitments");

        assertThat(direct(good).statusCode()).isEqualTo(200);
        assertThat(direct(new TokenMint(own, portal.origin(), clock).mint(identity, "milestones"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(direct(new TokenMint(own, "http://elsewhere", clock).mint(identity, "commitments"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(direct(new TokenMint(SigningKey.generate(), portal.origin(), clock).mint(identity, "commitments"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(direct(portal.key("fund-manager")).statusCode()).isEqualTo(401);
        assertThat(commitments(good).statusCode())
                .as("a token is no credential at the front door")
                .isEqualTo(401);
    }

    @Test
    void the_public_keys_are_published_without_the_private_half() throws Exception {
        JsonNode keys = json(portal.send(portal.to("/.well-known/jwks.json"))).path("keys");

        assertThat(keys)
                .filteredOn(key -> key.path("kty").asText().equals("EC"))
                .hasSize(1);
        assertThat(keys.path(0).path("kid").asText())
                .isEqualTo(portal.bean(SigningKeys.class).own().id());
        assertThat(keys.path(0).path("crv").asText()).isEqualTo("P-256");
        assertThat(keys.path(0).has("d")).isFalse();
        assertThat(Files.getPosixFilePermissions(portal.data().resolve("portal-signing-key.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_keys_of_notices_stand_beside_them() {
        NoticeKey told = new NoticeKey("kid-of-a-notice", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        for (int times = 0; times < 2; times++) {
            portal.bean(AccountStore.class).in(connection -> {
                NoticeKeyRows.keep(connection, List.of(told));
                return true;
            });
        }

        JsonNode keys = json(portal.send(portal.to("/.well-known/jwks.json"))).path("keys");

        assertThat(keys)
                .filteredOn(key -> key.path("kty").asText().equals("OKP"))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.path("kid").asText()).isEqualTo(told.id());
                    assertThat(key.path("x").asText()).isEqualTo(told.publicKey());
                    assertThat(key.path("alg").asText()).isEqualTo("EdDSA");
                });
    }

    @Test
    void a_notice_is_checked_by_anybody_in_nobodys_name() {
        String path = "/api/v1/notices/" + "ab".repeat(32);

        HttpResponse<String> response =
                portal.send(portal.to(path).header("Tranche-Position", "commitments/" + UUID.randomUUID() + "/9"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode echo = json(response);
        assertThat(echo.path("headers").has("tranche-position"))
                .as("nobody waits for a write that never was")
                .isFalse();
        assertThat(echo.path("account").asText())
                .isEqualTo(Nobody.ACTOR.account().toString());
        assertThat(Nobody.ACTOR.isSystem()).isFalse();
        assertThat(texts(echo.path("roles"))).isEmpty();
        assertThat(texts(echo.path("scopes"))).containsExactly("read");
        assertThat(portal.send(portal.to(path).POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(portal.send(portal.to("/api/v1/notices")).statusCode()).isEqualTo(401);
    }

    @Test
    void more_checks_at_once_than_are_served_are_asked_to_come_again() throws Exception {
        String slow = "/api/v1/notices/" + "ff".repeat(32);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> waiting = IntStream.range(0, 8)
                    .mapToObj(_ -> callers.submit(() -> portal.send(portal.to(slow))))
                    .toList();
            await().atMost(Duration.ofSeconds(20)).until(() -> Echo.WAITING.get() == 8);

            HttpResponse<String> beyond = portal.send(portal.to(slow));
            HttpResponse<String> signedIn = portal.get("fund-manager", "/api/v1/commitments");

            assertThat(beyond.statusCode()).isEqualTo(429);
            assertThat(beyond.headers().firstValue("Retry-After")).contains("1");
            assertThat(signedIn.statusCode()).isEqualTo(200);
            Echo.SLOW.release(8);
            for (Future<HttpResponse<String>> one : waiting) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        } finally {
            Echo.SLOW.release(8);
        }
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
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))))
                .isEqualTo("too-large");
    }

    @Test
    void a_file_one_byte_over_the_limit_is_refused_whether_its_length_is_told_or_not() {
        byte[] more = new byte[(64 << 20) + 1];
        String imports = "/api/v1/imports?kind=commitments";

        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(more), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))) {
            HttpResponse<String> response = portal.send(portal.as("fund-manager", imports)
                    .header("Content-Type", "text/csv")
                    .POST(body));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json(response).path("code").asText()).isEqualTo("too-large");
        }
        byte[] most = new byte[64 << 20];
        assertThat(code(portal.as("fund-manager", imports)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(most)))))
                .isEqualTo(200);
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
    void no_secret_is_ever_logged() {
        commitments(portal.key("fund-manager"));
        portal.send(portal.to("/api/v1/commitments").header("Cookie", portal.cookie("auditor")));

        String log = LOG.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .reduce("", (all, line) -> all + "\n" + line);
        for (String username : List.of("fund-manager", "auditor", "admin")) {
            assertThat(log).doesNotContain(portal.key(username)).doesNotContain(portal.account(username, "password"));
        }
        assertThat(log).doesNotContain("trk_").doesNotContain("Bearer ey");
    }

    private static HttpRequest.Builder post(String cookie) {
        return portal.to("/api/v1/commitments").header("Cookie", cookie).POST(BodyPublishers.ofString("{}"));
    }

    private static HttpResponse<String> withCookie(String cookie) {
        return portal.send(portal.to("/api/v1/commitments").header("Cookie", cookie));
    }

    private static HttpResponse<String> commitments(String key) {
        return portal.send(portal.to("/api/v1/commitments").header("Authorization", "Bearer " + key));
    }

    private static HttpResponse<String> posted(String key, String path) {
        return portal.send(
                portal.to(path).header("Authorization", "Bearer " + key).POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> direct(String token) {
        return portal.send(HttpRequest.newBuilder(portal.upstream("/api/v1/commitments"))
                .header("Authorization", "Bearer " + token));
    }

    private static JsonNode key(String username, String scope) {
        HttpResponse<String> response = portal.post(
                username,
                "/api/v1/api-keys",
                "{\"name\":\"for a test\",\"scopes\":[\"" + scope + "\"],\"expires\":\""
                        + new SystemClock().now().plus(Duration.ofDays(30)) + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private static String missing(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).path("code").asText()).isEqualTo("key-scope-missing");
        return json(response).path("scope").asText();
    }

    private static int code(HttpRequest.Builder request) {
        return portal.send(request).statusCode();
    }

    private static String refused(HttpRequest.Builder request) {
        return json(portal.send(request)).path("code").asText();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new java.util.ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
