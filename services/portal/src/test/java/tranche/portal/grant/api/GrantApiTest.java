package tranche.portal.grant.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.PortalProcess.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;

class GrantApiTest {

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
    @DisplayName("a grant is proposed by one person and takes effect when another confirms it")
    void a_grant_takes_two_persons() {
        String eva = account("Eva One");
        HttpResponse<String> proposed = propose(eva, "{\"role\":\"auditor\"}");
        assertThat(proposed.statusCode()).isEqualTo(202);
        JsonNode awaiting = json(proposed);
        String id = awaiting.path("approvalId").asText();
        String hash = awaiting.path("contentHash").asText();
        assertThat(awaiting.path("expiresAt").asText()).isNotEmpty();
        assertThat(state(id)).isEqualTo("PROPOSED");
        assertThat(json(portal.get("approver", "/api/v1/approvals?service=portal&state=PENDING"))
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id);

        assertThat(refused("admin", approval(id), hash)).isEqualTo("four-eyes");
        assertThat(refused("auditor", approval(id), hash)).isEqualTo("forbidden");
        assertThat(refused("fund-manager", approval(id), hash)).isEqualTo("not-found");
        assertThat(refused("approver", approval(id), "0".repeat(64))).isEqualTo("content-changed");
        HttpResponse<String> approved = portal.post("approver", approval(id), body(hash));

        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(json(approved).path("state").asText()).isEqualTo("APPROVED");
        assertThat(json(approved).path("subject").path("type").asText()).isEqualTo("grant");
        assertThat(state(id)).isEqualTo("GIVEN");
        assertThat(refused("approver", approval(id), hash)).isEqualTo("invalid-state");
    }

    @Test
    @DisplayName(
            "D-1: an account that turns out to be the proposer's confirms nothing that was proposed before, by key or session")
    void linking_persons_reaches_back() {
        String proposer = account("Olga One");
        String confirmer = account("Olga Two");
        given(proposer, "{\"role\":\"admin\"}");
        given(confirmer, "{\"role\":\"approver\"}");
        String key = portal.keyOf("olga.two");
        JsonNode awaiting = json(portal.postWith(
                portal.keyOf("olga.one"),
                "/api/v1/accounts/" + account("Eva Nine") + "/grants",
                "{\"role\":\"auditor\"}"));
        String id = awaiting.path("approvalId").asText();
        String hash = awaiting.path("contentHash").asText();
        assertThat(texts(commitments(key), "accounts")).containsExactly(confirmer);

        assertThat(portal.post(
                                "admin",
                                "/api/v1/accounts/" + proposer + "/link-person",
                                "{\"otherAccountId\":\"" + confirmer + "\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(json(portal.postWith(key, approval(id), body(hash)))
                        .path("code")
                        .asText())
                .isEqualTo("four-eyes");
        assertThat(texts(commitments(key), "accounts")).containsExactlyInAnyOrder(proposer, confirmer);
        String session = portal.cookieOf(UUID.fromString(confirmer));
        assertThat(texts(json(portal.send(portal.to("/api/v1/commitments").header("Cookie", session))), "accounts"))
                .containsExactlyInAnyOrder(proposer, confirmer);
        assertThat(portal.post("approver", approval(id), body(hash)).statusCode())
                .isEqualTo(200);
    }

    /** What the service behind the front door is told. */
    private static JsonNode commitments(String key) {
        return json(portal.send(portal.with(key, "/api/v1/commitments")));
    }

    private static List<String> texts(JsonNode from, String member) {
        List<String> texts = new ArrayList<>();
        from.path(member).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void a_proposal_is_turned_down_with_a_reason_and_then_made_again() {
        String eva = account("Eva Two");
        String first =
                json(propose(eva, "{\"role\":\"auditor\"}")).path("approvalId").asText();
        assertThat(json(propose(eva, "{\"role\":\"auditor\"}"))
                        .path("existingId")
                        .asText())
                .isEqualTo(first);

        HttpResponse<String> rejected =
                portal.post("approver", "/api/v1/approvals/" + first + "/rejection", "{\"reason\":\"not needed\"}");

        assertThat(json(rejected).path("state").asText()).isEqualTo("REJECTED");
        assertThat(json(portal.get("admin", "/api/v1/grants/" + first))
                        .path("reason")
                        .asText())
                .isEqualTo("not needed");
        assertThat(propose(eva, "{\"role\":\"auditor\"}").statusCode()).isEqualTo(202);
    }

    @Test
    void a_withdrawn_grant_is_gone_and_a_wrong_version_withdraws_nothing() {
        String id = given(account("Eva Three"), "{\"role\":\"verifier\"}");
        String path = "/api/v1/grants/" + id + "/withdrawal";

        HttpResponse<String> wrong = portal.send(portal.as("admin", path)
                .header("If-Match", "\"1\"")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(wrong.statusCode()).isEqualTo(412);
        assertThat(portal.post("approver", path, "").statusCode()).isEqualTo(403);
        HttpResponse<String> done = portal.post("admin", path, "");

        assertThat(json(done).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(done.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(json(portal.post("admin", path, "")).path("code").asText()).isEqualTo("invalid-state");
    }

    @Test
    void nobody_touches_the_own_rights() {
        HttpResponse<String> own = portal.post(
                "admin", "/api/v1/accounts/" + PortalProcess.id("admin") + "/grants", "{\"role\":\"fund-manager\"}");
        assertThat(json(own).path("code").asText()).isEqualTo("own-grant");

        String admins = json(portal.get("admin", "/api/v1/grants?accountId=" + PortalProcess.id("admin")))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        assertThat(json(portal.post("admin", "/api/v1/grants/" + admins + "/withdrawal", ""))
                        .path("code")
                        .asText())
                .isEqualTo("own-grant");
    }

    @Test
    void a_scope_has_one_part_and_an_investors_role_its_investor() {
        String eva = account("Eva Four");
        UUID id = UUID.randomUUID();

        assertThat(pointer(propose(
                        eva,
                        "{\"role\":\"auditor\",\"scope\":{\"fundId\":\"" + id + "\",\"programmeId\":\"" + id + "\"}}")))
                .isEqualTo("/scope");
        assertThat(pointer(propose(eva, "{\"role\":\"investor\"}"))).isEqualTo("/scope");
        assertThat(pointer(propose(eva, "{\"role\":\"investor\",\"scope\":{\"fundId\":\"" + id + "\"}}")))
                .isEqualTo("/scope/investorId");
        assertThat(pointer(propose(eva, "{\"role\":\"king\"}"))).isEqualTo("/role");
        assertThat(pointer(propose(eva, "{\"role\":\"auditor\",\"until\":\"2020-01-01\"}")))
                .isEqualTo("/until");
        assertThat(propose(eva, "{\"role\":\"investor\",\"scope\":{\"investorId\":\"" + id + "\"}}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_confirmed_grant_lets_its_holder_do_what_it_says_with_the_next_request() {
        String name = "eva.five." + UUID.randomUUID();
        String eva = json(portal.post("admin", "/api/v1/accounts", "{\"name\":\"E\",\"username\":\"" + name + "\"}"))
                .path("id")
                .asText();
        String key = portal.keyOf(name);
        assertThat(json(portal.send(portal.with(key, "/api/v1/commitments"))).path("roles"))
                .isEmpty();

        given(eva, "{\"role\":\"stakeholder\"}");

        assertThat(json(portal.send(portal.with(key, "/api/v1/commitments")))
                        .path("roles")
                        .path(0)
                        .asText())
                .isEqualTo("stakeholder");
    }

    @Test
    void others_see_their_own_grants_only() {
        assertThat(json(portal.get("auditor", "/api/v1/grants")).path("items").size())
                .isGreaterThan(5);
        for (JsonNode grant : json(portal.get("stakeholder", "/api/v1/grants")).path("items")) {
            assertThat(grant.path("accountId").asText())
                    .isEqualTo(PortalProcess.id("stakeholder").toString());
        }
        assertThat(portal.get("stakeholder", "/api/v1/approvals?service=portal").statusCode())
                .isEqualTo(200);
        assertThat(json(portal.get("admin", "/api/v1/grants?nonsense=1"))
                        .path("errors")
                        .path(0)
                        .path("parameter")
                        .asText())
                .isEqualTo("nonsense");
    }

    @Test
    void a_proposal_lapses_after_three_days() {
        String id = json(propose(account("Eva Six"), "{\"role\":\"auditor\"}"))
                .path("approvalId")
                .asText();
        String hash = json(portal.get("approver", "/api/v1/approvals/" + id))
                .path("contentHash")
                .asText();
        portal.sql("update account_grant set expires_at = expires_at - interval '72 hours' where id = '" + id + "'");

        assertThat(refused("approver", approval(id), hash)).isEqualTo("invalid-state");
        assertThat(json(portal.get("approver", "/api/v1/approvals/" + id))
                        .path("state")
                        .asText())
                .isEqualTo("LAPSED");
        assertThat(json(portal.get("approver", "/api/v1/approvals?service=portal&state=LAPSED"))
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id);
    }

    private static String account(String name) {
        return json(portal.post("admin", "/api/v1/accounts", "{\"name\":\"" + name + "\"}"))
                .path("id")
                .asText();
    }

    private static HttpResponse<String> propose(String account, String body) {
        return portal.post("admin", "/api/v1/accounts/" + account + "/grants", body);
    }

    private static String given(String account, String body) {
        JsonNode awaiting = json(propose(account, body));
        String id = awaiting.path("approvalId").asText();
        assertThat(portal.post(
                                "verifier-approver",
                                approval(id),
                                body(awaiting.path("contentHash").asText()))
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    private static String approval(String id) {
        return "/api/v1/approvals/" + id + "/approval";
    }

    private static String body(String hash) {
        return "{\"contentHash\":\"" + hash + "\"}";
    }

    private static String refused(String username, String path, String hash) {
        return json(portal.post(username, path, body(hash))).path("code").asText();
    }

    private static String state(String grant) {
        return json(portal.get("admin", "/api/v1/grants/" + grant))
                .path("state")
                .asText();
    }

    private static String pointer(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(422);
        List<JsonNode> errors = new java.util.ArrayList<>();
        json(response).path("errors").forEach(errors::add);
        assertThat(errors).hasSize(1);
        return errors.getFirst().path("pointer").asText();
    }
}
