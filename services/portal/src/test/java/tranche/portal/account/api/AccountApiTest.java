package tranche.portal.account.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.PortalProcess.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.account.PasswordLinks;
import tranche.portal.account.domain.AccountRefusal;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.frontdoor.domain.FrontDoorRefusal;
import tranche.portal.grant.domain.GrantRefusal;
import tranche.web.problem.CatalogueCheck;
import tranche.web.problem.Problems;
import tranche.world.time.SystemClock;

class AccountApiTest {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String KEYS = "/api/v1/api-keys";
    private static final LocalDate SOON =
            LocalDate.ofInstant(new SystemClock().now(), ZoneOffset.UTC).plusDays(30);
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
    void an_administrator_makes_an_account_and_it_is_there() {
        HttpResponse<String> made =
                portal.post("admin", ACCOUNTS, "{\"name\":\"Zoë O'Hara\",\"email\":\"Zoe@Example.org\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode account = json(made);
        String path = ACCOUNTS + "/" + account.path("id").asText();
        assertThat(made.headers().firstValue("Location")).contains(path);
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(made.headers().firstValue("Tranche-Position")).isPresent();
        assertThat(account.path("username").asText()).isEqualTo("zoe@example.org");
        assertThat(account.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(portal.get("admin", path).body()).isEqualTo(made.body());
    }

    @Test
    void a_username_is_made_of_the_name_where_none_is_given_and_is_given_once() {
        String body = "{\"name\":\"Jörg  de la Cruz\"}";
        assertThat(json(portal.post("admin", ACCOUNTS, body)).path("username").asText())
                .isEqualTo("jörg.de.la.cruz");

        HttpResponse<String> again = portal.post("admin", ACCOUNTS, body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("code").asText()).isEqualTo("username-taken");
    }

    @Test
    void the_same_request_again_gives_the_first_answer_and_makes_nothing() {
        HttpResponse<String> first = once("k-1", "{\"name\":\"Once Only\"}");
        HttpResponse<String> second = once("k-1", "{\"name\":\"Once Only\"}");
        HttpResponse<String> other = once("k-1", "{\"name\":\"Twice\"}");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void all_that_is_wrong_with_a_body_is_told_at_once() {
        HttpResponse<String> response = portal.post(
                "admin", ACCOUNTS, "{\"name\":\"\",\"email\":\"nowhere\",\"username\":\"a b\",\"admin\":true}");

        assertThat(response.statusCode()).isEqualTo(422);
        Set<String> pointers = new HashSet<>();
        json(response)
                .path("errors")
                .forEach(error -> pointers.add(error.path("pointer").asText()));
        assertThat(pointers).containsExactlyInAnyOrder("/name", "/email", "/username", "/admin");
    }

    @Test
    void only_administrators_write_and_only_those_who_have_to_do_with_accounts_see_them() {
        for (String username : List.of("fund-manager", "approver", "auditor", "stakeholder", "investor")) {
            assertThat(portal.post(username, ACCOUNTS, "{\"name\":\"No One\"}").statusCode())
                    .as(username)
                    .isEqualTo(403);
        }
        String other = ACCOUNTS + "/" + PortalProcess.id("verifier");
        for (String username : List.of("admin", "approver", "auditor")) {
            assertThat(portal.get(username, other).statusCode()).as(username).isEqualTo(200);
            assertThat(json(portal.get(username, ACCOUNTS)).path("items").size())
                    .isGreaterThan(5);
        }
        for (String username : List.of("fund-manager", "stakeholder", "investor")) {
            assertThat(portal.get(username, other).statusCode()).as(username).isEqualTo(404);
            assertThat(portal.get(username, other).body())
                    .isEqualTo(portal.get(username, ACCOUNTS + "/" + UUID.randomUUID())
                            .body());
            assertThat(json(portal.get(username, ACCOUNTS)).path("items")).hasSize(1);
            assertThat(portal.get(username, ACCOUNTS + "/" + PortalProcess.id(username))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(portal.get("admin", ACCOUNTS + "/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void a_list_comes_in_pages_that_miss_nothing() {
        Set<String> paged = new HashSet<>();
        String next = "";
        do {
            JsonNode page =
                    json(portal.get("auditor", ACCOUNTS + "?limit=3" + (next.isEmpty() ? "" : "&after=" + next)));
            page.path("items")
                    .forEach(item ->
                            assertThat(paged.add(item.path("id").asText())).isTrue());
            next = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(paged)
                .hasSameSizeAs(
                        json(portal.get("auditor", ACCOUNTS + "?limit=500")).path("items"));
    }

    @Test
    void a_shut_account_gets_no_link_and_its_own_holder_cannot_shut_it() {
        String id = made("Shut Soon");
        HttpResponse<String> link = portal.post("admin", ACCOUNTS + "/" + id + "/invitation", "");
        assertThat(json(link).path("url").asText()).startsWith(portal.origin() + "/signin/link/");

        assertThat(portal.post("admin", ACCOUNTS + "/" + id + "/disable", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> none = portal.post("admin", ACCOUNTS + "/" + id + "/invitation", "");
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(json(none).path("state").asText()).isEqualTo("DISABLED");

        HttpResponse<String> own = portal.post("admin", ACCOUNTS + "/" + PortalProcess.id("admin") + "/disable", "");
        assertThat(json(own).path("code").asText()).isEqualTo("own-account");
        assertThat(json(portal.post("auditor", ACCOUNTS + "/" + id + "/invitation", ""))
                        .path("code")
                        .asText())
                .isEqualTo("forbidden");
    }

    @Test
    void nobody_is_given_a_link_to_an_account_whose_holder_has_set_a_password() {
        String approver = ACCOUNTS + "/" + PortalProcess.id("approver") + "/invitation";
        HttpResponse<String> taken = portal.post("admin", approver, "");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).path("code").asText()).isEqualTo("password-set");

        String id = made("Never Came");
        String invitation = ACCOUNTS + "/" + id + "/invitation";
        portal.post("admin", invitation, "");
        String link = json(portal.post("admin", invitation, "")).path("url").asText();
        PasswordLinks links = portal.bean(PasswordLinks.class);
        var secret = new OpaqueSecret(link.substring(link.lastIndexOf('/') + 1));
        assertThat(links.set(secret, "seven green lanterns")).isInstanceOf(PasswordLinks.Result.Done.class);

        assertThat(json(portal.post("admin", invitation, "")).path("code").asText())
                .isEqualTo("password-set");
        assertThat(links.make(UUID.fromString(id))).isEmpty();
    }

    @Test
    void accounts_are_linked_to_one_person_and_an_unknown_one_is_found() {
        String one = made("Link One");
        String two = made("Link Two");

        HttpResponse<String> unknown = portal.post(
                "admin", ACCOUNTS + "/" + one + "/link-person", "{\"otherAccountId\":\"" + UUID.randomUUID() + "\"}");
        assertThat(json(unknown).path("errors").path(0).path("code").asText()).isEqualTo("unknown-reference");

        HttpResponse<String> linked =
                portal.post("admin", ACCOUNTS + "/" + one + "/link-person", "{\"otherAccountId\":\"" + two + "\"}");
        assertThat(json(linked).path("personId").asText())
                .isEqualTo(json(portal.get("admin", ACCOUNTS + "/" + two))
                        .path("personId")
                        .asText());
    }

    @Test
    void a_key_is_shown_once_and_only_its_hash_is_kept() {
        HttpResponse<String> made = portal.send(portal.as("auditor", KEYS)
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(keyBody("[\"read\"]"))));
        assertThat(made.statusCode()).isEqualTo(201);
        String secret = json(made).path("key").asText();
        assertThat(secret).matches("trk_[A-Za-z0-9_-]{43}");

        HttpResponse<String> again = portal.send(portal.as("auditor", KEYS)
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(keyBody("[\"read\"]"))));

        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json(again).path("id")).isEqualTo(json(made).path("id"));
        assertThat(json(again).path("key").isNull()).isTrue();
        assertThat(portal.get("auditor", KEYS).body()).doesNotContain(secret);
        for (String table : List.of("api_key", "event", "idempotency_key")) {
            assertThat(portal.stands(table, secret)).as(table).isFalse();
        }
        HttpResponse<String> other = portal.send(portal.as("auditor", KEYS)
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(keyBody("[\"write\"]"))));
        assertThat(json(other).path("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_key_begets_no_stronger_one_and_strangers_see_none_of_it() {
        JsonNode weak = json(portal.post("fund-manager", KEYS, keyBody("[\"read\",\"write\"]")));
        HttpResponse<String> stronger = portal.send(portal.to(KEYS)
                .header("Authorization", "Bearer " + weak.path("key").asText())
                .POST(BodyPublishers.ofString(keyBody("[\"approve\"]"))));
        assertThat(stronger.statusCode()).isEqualTo(403);

        String path = KEYS + "/" + weak.path("id").asText();
        assertThat(portal.get("approver", path).statusCode()).isEqualTo(404);
        assertThat(portal.post("approver", path + "/revocation", "").statusCode())
                .isEqualTo(404);
        assertThat(portal.post("auditor", path + "/revocation", "").statusCode())
                .isEqualTo(403);
        assertThat(json(portal.post("admin", path + "/revocation", ""))
                        .path("revokedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void a_key_lives_a_year_at_most_and_says_when_it_was_used() {
        String tooLong = new SystemClock().now().plus(Duration.ofDays(368)).toString();
        HttpResponse<String> refused = portal.post(
                "auditor", KEYS, "{\"name\":\"x\",\"scopes\":[\"read\",\"read\"],\"expires\":\"" + tooLong + "\"}");
        assertThat(json(refused).path("errors")).hasSize(2);

        JsonNode made = json(portal.post("auditor", KEYS, keyBody("[\"read\"]")));
        assertThat(made.path("lastUsedAt").isNull()).isTrue();
        portal.send(portal.to(KEYS)
                .header("Authorization", "Bearer " + made.path("key").asText()));
        assertThat(json(portal.get("auditor", KEYS + "/" + made.path("id").asText()))
                        .path("lastUsedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void every_refusal_of_the_portal_has_its_words() {
        assertThat(CatalogueCheck.missing(
                        Problems.load(), List.of(AccountRefusal.class, GrantRefusal.class, FrontDoorRefusal.class)))
                .isEmpty();
    }

    private static HttpResponse<String> once(String key, String body) {
        return portal.send(
                portal.as("admin", ACCOUNTS).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    private static String made(String name) {
        return json(portal.post("admin", ACCOUNTS, "{\"name\":\"" + name + "\"}"))
                .path("id")
                .asText();
    }

    private static String keyBody(String scopes) {
        return "{\"name\":\"a key\",\"scopes\":" + scopes + ",\"expires\":\"" + SOON + "\"}";
    }
}
