package tranche.portal.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.manners.Counter.ADMIN;
import static tranche.portal.manners.Counter.APPROVER;
import static tranche.portal.manners.Counter.AUDITOR;
import static tranche.portal.manners.Counter.MANAGER;
import static tranche.portal.manners.Counter.assertRefused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.manners.Counter.Reply;

/** 401, 404, 403 four-eyes, 403 forbidden, 412, 409, 422: where two hold, the first is told. */
class OrderOfRefusalsTest {

    private static final String WRONG = "{\"role\": 7, \"contentHash\": \"x\", \"reason\": 7, \"colour\": \"red\"}";
    private static final String STALE = "\"77\"";

    private static Counter counter;

    @BeforeAll
    static void start() {
        counter = new Counter();
    }

    @AfterAll
    static void stop() {
        counter.close();
    }

    private static Reply asked(String username, String path, String body) {
        return counter.post(counter.key(username), path, body, "If-Match", STALE);
    }

    private static String account() {
        return "/accounts/" + counter.account("somebody." + UUID.randomUUID());
    }

    private static String approval(Reply awaiting) {
        return "/approvals/" + awaiting.text("approvalId") + "/approval";
    }

    private static Reply proposal() {
        return counter.proposed(counter.account("holder." + UUID.randomUUID()), "auditor");
    }

    private static void shut(String account) {
        counter.post(counter.key(ADMIN), account + "/disable", "");
    }

    @Test
    void whoever_is_not_known_is_told_that_before_anything_else() {
        assertRefused(counter.post("", "/accounts/x/disable", WRONG), 401, "unauthenticated");
    }

    @Test
    void what_is_not_there_is_told_before_a_wrong_body_and_a_bad_id_names_nothing() {
        for (String id : List.of(UUID.randomUUID().toString(), "x", "1-1-1-1-1")) {
            for (String path : List.of(
                    "/accounts/ID/disable",
                    "/accounts/ID/link-person",
                    "/accounts/ID/invitation",
                    "/accounts/ID/grants",
                    "/grants/ID/withdrawal",
                    "/api-keys/ID/revocation",
                    "/approvals/ID/approval?service=portal",
                    "/approvals/ID/rejection?service=portal")) {
                assertRefused(asked(ADMIN, path.replace("ID", id), WRONG), 404, "not-found");
            }
            for (String path : List.of("/accounts/", "/grants/", "/api-keys/")) {
                assertRefused(counter.get(counter.key(ADMIN), path + id), 404, "not-found");
            }
            assertRefused(counter.get(counter.key(ADMIN), "/approvals/" + id + "?service=portal"), 404, "not-found");
        }
    }

    @Test
    void what_may_not_be_seen_is_told_before_all_that_would_show_that_it_is_there() {
        assertRefused(asked(MANAGER, account() + "/disable", WRONG), 404, "not-found");
        assertRefused(asked(MANAGER, approval(proposal()), WRONG), 404, "not-found");
    }

    @Test
    @DisplayName("D-1: the maker is told so whatever roles he has, on whatever version, in whatever state")
    void four_eyes_come_before_the_role_the_version_the_state_and_the_body() {
        Reply waiting = proposal();
        assertRefused(asked(ADMIN, approval(waiting), WRONG), 403, "four-eyes");
        counter.post(counter.key(APPROVER), approval(waiting), Counter.content(waiting));
        assertRefused(asked(ADMIN, approval(waiting), WRONG), 403, "four-eyes");

        String own = "/accounts/" + PortalProcess.id(ADMIN);
        assertRefused(asked(ADMIN, own + "/disable", WRONG), 403, "own-account");
        assertRefused(asked(ADMIN, own + "/invitation", WRONG), 403, "own-account");
        assertRefused(asked(ADMIN, own + "/grants", WRONG), 403, "own-grant");
        assertRefused(asked(MANAGER, "/accounts/" + PortalProcess.id(MANAGER) + "/disable", WRONG), 403, "own-account");
    }

    @Test
    void a_role_comes_before_the_version_the_state_and_the_body() {
        String shut = account();
        shut(shut);
        for (String command : List.of("/disable", "/link-person", "/invitation", "/grants")) {
            assertRefused(asked(AUDITOR, shut + command, WRONG), 403, "forbidden");
        }
        Reply waiting = proposal();
        assertRefused(asked(AUDITOR, approval(waiting), WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/grants/" + waiting.text("approvalId") + "/withdrawal", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/accounts", WRONG), 403, "forbidden");
        String key = counter.keyMadeWith(counter.key(MANAGER));
        assertRefused(asked(AUDITOR, "/api-keys/" + key + "/revocation", WRONG), 403, "forbidden");
    }

    @Test
    void an_administrator_of_one_fund_is_told_that_another_is_none_of_his_before_what_else_is_wrong() {
        UUID fund = UUID.randomUUID();
        String scope = "{\"role\": \"admin\", \"scope\": {\"fundId\": \"" + fund + "\"}}";
        Reply awaiting =
                counter.post(counter.key(ADMIN), "/accounts/" + PortalProcess.id("verifier") + "/grants", scope);
        counter.post(counter.key(APPROVER), approval(awaiting), Counter.content(awaiting));
        String grants = account() + "/grants";
        assertRefused(asked("verifier", grants, WRONG), 404, "not-found");
        counter.post(counter.key(ADMIN), grants, scope);

        assertRefused(
                asked(
                        "verifier",
                        grants,
                        "{\"role\": \"king\", \"scope\": {\"fundId\": \"" + UUID.randomUUID() + "\"}}"),
                403,
                "forbidden");
        assertRefused(
                asked("verifier", grants, "{\"role\": \"king\", \"scope\": {\"fundId\": \"" + fund + "\"}}"),
                422,
                "validation");
        assertRefused(
                asked("verifier", grants, "{\"role\": \"auditor\", \"scope\": {\"fundId\": \"x\"}}"),
                422,
                "validation");
    }

    @Test
    void a_key_is_told_how_far_it_would_have_to_go_whatever_it_asks_for() {
        Reply refused = counter.post(counter.key(APPROVER, "read", "write"), approval(proposal()), WRONG);

        assertRefused(refused, 403, "key-scope-missing");
    }

    @Test
    void a_key_that_may_only_approve_approves_and_turns_down_and_does_nothing_else() {
        String key = counter.key(APPROVER, "approve");
        Reply waiting = proposal();
        Reply other = proposal();

        Reply approved = counter.post(key, approval(waiting), Counter.content(waiting));
        Reply rejected = counter.post(
                key, "/approvals/" + other.text("approvalId") + "/rejection", "{\"reason\": \"not needed\"}");

        assertThat(approved.text("state")).as(approved.raw().body()).isEqualTo("APPROVED");
        assertThat(rejected.text("state")).as(rejected.raw().body()).isEqualTo("REJECTED");
        assertRefused(counter.post(key, "/api-keys", WRONG), 403, "key-scope-missing");
        assertRefused(counter.get(key, "/accounts"), 403, "key-scope-missing");
    }

    @Test
    void a_key_that_begets_a_stronger_one_is_told_so_before_what_else_is_wrong() {
        assertRefused(
                counter.post(counter.key(MANAGER, "write"), "/api-keys", "{\"scopes\": [\"approve\"]}"),
                403,
                "forbidden");
    }

    @Test
    void the_version_comes_before_the_state_and_the_body() {
        String shut = account();
        shut(shut);
        for (String command : List.of("/disable", "/link-person", "/invitation")) {
            assertRefused(asked(ADMIN, shut + command, WRONG), 412, "version-conflict");
        }
        assertRefused(asked(ADMIN, shut + "/disable", ""), 412, "version-conflict");
        assertRefused(asked(ADMIN, shut + "/invitation", ""), 412, "version-conflict");
        Reply waiting = proposal();
        counter.post(counter.key(APPROVER), approval(waiting), Counter.content(waiting));
        assertRefused(asked(APPROVER, approval(waiting), Counter.content(waiting)), 412, "version-conflict");
        assertRefused(asked(APPROVER, approval(waiting), WRONG), 412, "version-conflict");
        assertRefused(
                asked(ADMIN, "/grants/" + waiting.text("approvalId") + "/withdrawal", WRONG), 412, "version-conflict");
        String key = counter.keyMadeWith(counter.key(MANAGER));
        assertRefused(asked(MANAGER, "/api-keys/" + key + "/revocation", WRONG), 412, "version-conflict");
        assertRefused(asked(MANAGER, "/api-keys/" + key + "/revocation", ""), 412, "version-conflict");
    }

    @Test
    void the_state_comes_before_the_body() {
        String shut = account();
        shut(shut);
        for (String command : List.of("/disable", "/link-person", "/invitation", "/grants")) {
            assertRefused(counter.post(counter.key(ADMIN), shut + command, WRONG), 409, "invalid-state");
        }
        Reply waiting = proposal();
        counter.post(
                counter.key(APPROVER),
                "/approvals/" + waiting.text("approvalId") + "/rejection",
                "{\"reason\": \"no\"}");
        assertRefused(counter.post(counter.key(APPROVER), approval(waiting), WRONG), 409, "invalid-state");
        assertRefused(
                counter.post(counter.key(ADMIN), "/grants/" + waiting.text("approvalId") + "/withdrawal", WRONG),
                409,
                "invalid-state");
    }

    @Test
    void at_last_the_body() {
        String open = account();
        for (String command : List.of("/disable", "/link-person", "/invitation", "/grants")) {
            assertRefused(counter.post(counter.key(ADMIN), open + command, WRONG), 422, "validation");
        }
        assertRefused(counter.post(counter.key(APPROVER), approval(proposal()), WRONG), 422, "validation");
        assertRefused(counter.post(counter.key(ADMIN), "/accounts", WRONG), 422, "validation");
        assertRefused(counter.post(counter.key(MANAGER), "/api-keys", WRONG), 422, "validation");
    }
}
