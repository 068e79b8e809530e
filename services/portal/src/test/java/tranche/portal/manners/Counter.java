package tranche.portal.manners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.PortalProcess;
import tranche.portal.account.ApiKeys;
import tranche.world.time.SystemClock;

/** A portal with somebody for each role, and the few steps that every test of the contract begins with. */
final class Counter implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String APPROVER = "approver";
    static final String AUDITOR = "auditor";
    static final String MANAGER = "fund-manager";

    final PortalProcess portal = PortalProcess.demo();

    /** An answer with its body read. */
    record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        String text(String field) {
            return body.path(field).asText();
        }

        String id() {
            return text("id");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    String key(String username) {
        return portal.key(username);
    }

    /** A key that goes no further than its scopes. */
    String key(String username, String... scopes) {
        return portal.bean(ApiKeys.class)
                .make(
                        PortalProcess.id(username),
                        "narrow",
                        List.of(scopes),
                        new SystemClock().now().plus(Duration.ofDays(1)),
                        Optional.empty())
                .flatMap(ApiKeys.Made::secret)
                .orElseThrow()
                .text();
    }

    Reply get(String key, String path, String... headers) {
        return send(key, "GET", path, "", headers);
    }

    Reply post(String key, String path, String body, String... headers) {
        return send(key, "POST", path, body, headers);
    }

    /** @param key whose request it is; empty for nobody's */
    Reply send(String key, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = portal.to("/api/v1" + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> raw = portal.send(request);
        boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Reply(raw.statusCode(), PortalProcess.json(json ? raw.body() : "null"), raw);
    }

    /** A new account, made by an administrator. */
    String account(String username) {
        Reply made = post(key(ADMIN), "/accounts", "{\"name\": \"Somebody\", \"username\": \"" + username + "\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    /** A grant that an administrator proposed for an account: the answer with its id and content. */
    Reply proposed(String account, String role) {
        Reply awaiting = post(key(ADMIN), "/accounts/" + account + "/grants", "{\"role\": \"" + role + "\"}");
        assertThat(awaiting.status()).as(awaiting.raw().body()).isEqualTo(202);
        return awaiting;
    }

    /** A grant that an account has: its id. */
    String given(String account, String role) {
        Reply awaiting = proposed(account, role);
        String id = awaiting.text("approvalId");
        Reply given = post(key(APPROVER), "/approvals/" + id + "/approval", content(awaiting));
        assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
        return id;
    }

    /** What a second person sends. */
    static String content(Reply awaiting) {
        return "{\"contentHash\": \"" + awaiting.text("contentHash") + "\"}";
    }

    /** A new key of an account: its id. */
    String keyMadeWith(String key) {
        Reply made = post(
                key,
                "/api-keys",
                "{\"name\": \"k\", \"scopes\": [\"read\"], \"expires\": \""
                        + new SystemClock().now().plus(Duration.ofDays(1)) + "\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    /** A record of the portal that a former consumer could not handle. */
    UUID deadLetter() {
        UUID id = UUID.randomUUID();
        portal.sql("""
                insert into dead_letter (id, consumer, topic, partition, record_offset, key, sequence, headers,
                                         record_value, reason, detail, attempts, parked_since)
                select '%s', 'former', 'portal.events', 0, (select count(*) from dead_letter), gen_random_uuid(), 1, '[]',
                       '', 'failed', '', 4, now()
                """.formatted(id));
        return id;
    }

    /** What is wrong with a request's values: {@code pointer code}, or {@code parameter code}. */
    static List<String> errors(Reply refused) {
        List<String> errors = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error ->
                        errors.add((error.has("pointer") ? error.path("pointer") : error.path("parameter")).asText()
                                + " " + error.path("code").asText()));
        return errors;
    }

    static void assertRefused(Reply refused, int status, String code) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith("/problems/" + code);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Override
    public void close() {
        portal.close();
    }
}
