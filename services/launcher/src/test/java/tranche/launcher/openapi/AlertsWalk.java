package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The way of an investor's contact from an alert to its acknowledgement. */
final class AlertsWalk {

    private static final String ALERTS = "/api/v1/alerts";
    private static final String CONTACT = "investor";
    private static final String ANOTHER = "stakeholder";

    private final Deployment api;

    AlertsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        JsonNode accounts =
                done(api.get("admin", "/api/v1/accounts?limit=500")).json().get("items");
        String alert = told(accounts, CONTACT);
        done(api.post(ANOTHER, ALERTS + "/" + told(accounts, ANOTHER) + "/read", ""));
        done(api.get(CONTACT, ALERTS, "Accept", CommitmentsWalk.CSV));
        done(api.get(CONTACT, ALERTS, "Accept", CommitmentsWalk.XLSX));
        refused("validation", api.get(CONTACT, ALERTS + "?state=LOST"));
        Exchange followed = done(api.follow(
                CONTACT, ALERTS + "/stream", "Last-Event-ID", UUID.randomUUID().toString()));
        assertThat(followed.toString()).contains("event: alert", "id: " + alert);
        String place = ALERTS + "/" + alert;
        done(api.post(CONTACT, place + "/read", ""));
        refused("version-conflict", api.post(CONTACT, place + "/read", "", "If-Match", "\"7\""));
        done(api.post(CONTACT, place + "/acknowledgement", "", "Idempotency-Key", "acknowledged"));
        refused("invalid-state", api.post(CONTACT, place + "/acknowledgement", ""));
        refused("not-found", api.post(ANOTHER, place + "/read", ""));
    }

    /** Has somebody told of a call; the alert's id. */
    private String told(JsonNode accounts, String username) {
        api.tellOfCall(StreamSupport.stream(accounts.spliterator(), false)
                .filter(account -> account.get("username").asText().equals(username))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText());
        return done(api.get(username, ALERTS + "?state=CREATED&limit=1"))
                .json()
                .at("/items/0/id")
                .asText();
    }
}
