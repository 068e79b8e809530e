package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The way of somebody into the deployment and out of it: account, grant, key. */
final class PeopleWalk {

    private static final String ADMIN = "admin";
    private static final String APPROVER = "approver";
    private static final String AUDITOR = "auditor";

    private final Deployment api;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    PeopleWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        Exchange account = account();
        grants(account);
        keys();
        files();
        machines();
        done(api.post(ADMIN, account.location() + "/disable", ""));
        refused("invalid-state", api.post(ADMIN, account.location() + "/disable", ""));
        refused("invalid-state", api.post(ADMIN, account.location() + "/invitation", ""));
    }

    private Exchange account() {
        String body = "{\"name\": \"Ada Example\", \"email\": \"ada@example.com\", \"username\": \"ada\"}";
        Exchange made = done(api.post(ADMIN, "/api/v1/accounts", body));
        refused("username-taken", api.post(ADMIN, "/api/v1/accounts", body));
        refused("validation", api.post(ADMIN, "/api/v1/accounts", "{\"name\": \"\"}"));
        refused("forbidden", api.post(APPROVER, "/api/v1/accounts", body));
        done(api.get(AUDITOR, made.location()));
        done(api.get(AUDITOR, "/api/v1/accounts?limit=2"));
        done(api.post(ADMIN, made.location() + "/invitation", ""));
        api.get(ADMIN, "/api/v1/accounts?limit=500").json().get("items").forEach(item -> {
            if (item.path("username").asText().equals(APPROVER)) {
                refused(
                        "password-set",
                        api.post(ADMIN, "/api/v1/accounts/" + item.path("id").asText() + "/invitation", ""));
            }
        });
        Exchange second =
                done(api.post(ADMIN, "/api/v1/accounts", "{\"name\": \"Ada Example\", \"username\": \"ada2\"}"));
        done(api.post(
                ADMIN,
                second.location() + "/link-person",
                "{\"otherAccountId\": \"" + made.id() + "\"}",
                "If-Match",
                "\"1\""));
        refused(
                "version-conflict",
                api.post(
                        ADMIN,
                        second.location() + "/link-person",
                        "{\"otherAccountId\": \"" + made.id() + "\"}",
                        "If-Match",
                        "\"1\""));
        Exchange own = done(api.get(APPROVER, "/api/v1/accounts"));
        assertThat(own.json().get("items")).isNotEmpty();
        return made;
    }

    private void grants(Exchange account) {
        String grants = account.location() + "/grants";
        String body = "{\"role\": \"approver\", \"until\": \"" + today.plusYears(1) + "\"}";
        Exchange awaiting = done(api.post(ADMIN, grants, body));
        assertThat(awaiting.status()).isEqualTo(202);
        refused("grant-exists", api.post(ADMIN, grants, body));
        refused("validation", api.post(ADMIN, grants, "{\"role\": \"investor\"}"));
        String approval = "/api/v1/approvals/" + awaiting.text("approvalId");
        String content = "{\"contentHash\": \"" + awaiting.text("contentHash") + "\"}";
        done(api.get(AUDITOR, approval));
        done(api.get(AUDITOR, "/api/v1/approvals?service=portal&state=PENDING"));
        refused("four-eyes", api.post(ADMIN, approval + "/approval", content));
        refused("version-conflict", api.post(APPROVER, approval + "/approval", content, "If-Match", "\"2\""));
        refused(
                "content-changed",
                api.post(APPROVER, approval + "/approval", "{\"contentHash\": \"" + "0".repeat(64) + "\"}"));
        done(api.post(APPROVER, approval + "/approval", content));
        refused("invalid-state", api.post(APPROVER, approval + "/approval", content));
        String grant = "/api/v1/grants/" + awaiting.text("approvalId");
        done(api.get(AUDITOR, grant));
        done(api.get(AUDITOR, "/api/v1/grants?accountId=" + account.id()));
        done(api.post(ADMIN, grant + "/withdrawal", ""));
        Exchange other = done(
                api.post(ADMIN, grants, "{\"role\": \"auditor\", \"scope\": {\"fundId\": \"" + account.id() + "\"}}"));
        done(api.post(
                APPROVER,
                "/api/v1/approvals/" + other.text("approvalId") + "/rejection",
                "{\"reason\": \"The scope is wider than needed\"}"));
    }

    private void keys() {
        String body = "{\"name\": \"Nightly\", \"scopes\": [\"read\"], \"expires\": \"" + today.plusDays(30) + "\"}";
        Exchange made = done(api.post(AUDITOR, "/api/v1/api-keys", body, "Idempotency-Key", "key-1"));
        assertThat(made.text("key")).startsWith("trk_");
        Exchange replayed = done(api.post(AUDITOR, "/api/v1/api-keys", body, "Idempotency-Key", "key-1"));
        assertThat(replayed.json().get("key").isNull()).isTrue();
        refused("validation", api.post(AUDITOR, "/api/v1/api-keys", body.replace("read", "everything")));
        done(api.get(AUDITOR, made.location()));
        done(api.get(AUDITOR, "/api/v1/api-keys"));
        refused("version-conflict", api.post(AUDITOR, made.location() + "/revocation", "", "If-Match", "\"2\""));
        done(api.post(AUDITOR, made.location() + "/revocation", "", "If-Match", "\"1\""));
    }

    /** What is a list is a file as well. */
    private void files() {
        for (String list : List.of("accounts", "grants", "api-keys", "approvals?service=portal")) {
            for (String form : List.of(CommitmentsWalk.CSV, CommitmentsWalk.XLSX)) {
                assertThat(done(api.get(AUDITOR, "/api/v1/" + list, "Accept", form))
                                .mediaType())
                        .isEqualTo(form);
            }
        }
    }

    private void machines() {
        done(api.get("", "/api/v1/openapi.yaml"));
        done(api.get("", "/.well-known/jwks.json"));
        done(api.get("", "/health/live"));
        done(api.get("", "/health/ready"));
    }
}
