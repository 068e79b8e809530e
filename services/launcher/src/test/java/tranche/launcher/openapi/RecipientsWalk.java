package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.util.UUID;

/** Somebody says how and where he is told, confirms his address and turns mail off; others may not. */
final class RecipientsWalk {

    private static final String RECIPIENTS = "/api/v1/recipients";
    private static final String ONESELF = RECIPIENTS + "/me";
    private static final String OWNER = "stakeholder";
    private static final String ANOTHER = "verifier";

    private static final String BODY = """
            {"displayName": "Zoe Example", "language": "fr", "timeZone": "Europe/Paris", "email": "zoe@example.org"}
            """;

    private final Deployment api;

    RecipientsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        Exchange made = done(api.post(OWNER, RECIPIENTS, BODY, "Idempotency-Key", "described"));
        done(api.post(OWNER, RECIPIENTS, BODY));
        done(api.get(OWNER, ONESELF));
        refused("validation", api.post(OWNER, RECIPIENTS, "{\"language\": \"de\"}"));
        refused("not-found", api.get(ANOTHER, made.location()));
        done(api.get("fund-manager", RECIPIENTS + "/unreached?fundId=" + UUID.randomUUID()));
        refused("validation", api.get("fund-manager", RECIPIENTS + "/unreached"));
        done(api.get("fund-manager", RECIPIENTS + "/reach?fundId=" + UUID.randomUUID()));
        refused("validation", api.get("fund-manager", RECIPIENTS + "/reach"));
        refused("version-conflict", api.send(OWNER, "PATCH", ONESELF, "{\"language\": \"en\"}", "If-Match", "\"77\""));
        refused(
                "forbidden",
                api.send(
                        OWNER,
                        "PATCH",
                        ONESELF,
                        "{\"email\": \"own@example.org\", \"emailVerifiedBy\": \"I say so\"}"));
        UUID account = UUID.fromString(made.id());
        String token = "{\"token\": \"" + api.confirmationToken(account) + "\"}";
        done(api.post(OWNER, RECIPIENTS + "/confirmation", token));
        refused("link-gone", api.post(OWNER, RECIPIENTS + "/confirmation", token));
        String alert = done(api.get(OWNER, "/api/v1/alerts?limit=1"))
                .json()
                .at("/items/0/id")
                .asText();
        done(api.post(
                OWNER,
                RECIPIENTS + "/unsubscription",
                "{\"token\": \"" + api.unsubscriptionToken(UUID.fromString(alert)) + "\"}"));
        refused("link-gone", api.post(OWNER, RECIPIENTS + "/unsubscription", "{\"token\": \"none\"}"));
        String page = "/unsubscribe/" + api.unsubscriptionToken(UUID.fromString(alert));
        for (int time = 1; time <= 2; time++) {
            assertThat(api.press(page).body()).contains("Mail of this kind is turned off");
        }
        assertThat(api.press("/unsubscribe/none").statusCode()).isEqualTo(410);
        assertThat(api.press("/confirm/none").statusCode()).isEqualTo(410);
        done(api.send(OWNER, "PATCH", ONESELF, "{\"email\": null}"));
    }
}
