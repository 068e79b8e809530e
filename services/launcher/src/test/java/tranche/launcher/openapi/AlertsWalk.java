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
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String PREFERENCES = "/api/v1/preferences";
    private static final String MANAGER = "fund-manager";
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
        done(api.get(CONTACT, ALERTS + "/unread"));
        refused("validation", api.get(CONTACT, ALERTS + "/unread?state=READ"));
        Exchange followed = done(api.follow(
                CONTACT, ALERTS + "/stream", "Last-Event-ID", UUID.randomUUID().toString()));
        assertThat(followed.toString()).contains("event: alert", "id: " + alert);
        String place = ALERTS + "/" + alert;
        done(api.get(CONTACT, place));
        refused("not-found", api.get(ANOTHER, place));
        done(api.post(CONTACT, place + "/read", ""));
        refused("version-conflict", api.post(CONTACT, place + "/read", "", "If-Match", "\"7\""));
        done(api.post(CONTACT, place + "/read-up-to", ""));
        refused("version-conflict", api.post(CONTACT, place + "/read-up-to", "", "If-Match", "\"7\""));
        done(api.post(CONTACT, place + "/acknowledgement", "", "Idempotency-Key", "acknowledged"));
        refused("invalid-state", api.post(CONTACT, place + "/acknowledgement", ""));
        refused("not-found", api.post(ANOTHER, place + "/read", ""));
        subscribe();
        prefer();
    }

    private void subscribe() {
        String subscribe =
                "{\"recipientId\": \"me\", \"scope\": {%s}, \"types\": [\"MS-03\"], \"channels\": [\"PORTAL\"]}";
        String place = SUBSCRIPTIONS + "/"
                + done(api.post(ANOTHER, SUBSCRIPTIONS, subscribe.formatted("\"region\": \"US-AZ\"")))
                        .json()
                        .get("id")
                        .asText();
        refused(
                "validation",
                api.post(ANOTHER, SUBSCRIPTIONS, subscribe.formatted("\"fundId\": \"" + UUID.randomUUID() + "\"")));
        done(api.get(ANOTHER, place));
        done(api.get(ANOTHER, SUBSCRIPTIONS + "?state=ACTIVE"));
        done(api.get(ANOTHER, SUBSCRIPTIONS, "Accept", CommitmentsWalk.CSV));
        done(api.get(ANOTHER, SUBSCRIPTIONS, "Accept", CommitmentsWalk.XLSX));
        refused("version-conflict", api.post(ANOTHER, place + "/pause", "", "If-Match", "\"7\""));
        done(api.post(ANOTHER, place + "/pause", ""));
        refused("invalid-state", api.post(ANOTHER, place + "/pause", ""));
        done(api.post(ANOTHER, place + "/resume", ""));
        refused("not-found", api.get(CONTACT, place));
        done(api.send(ANOTHER, "DELETE", place, ""));
        refused("not-found", api.send(ANOTHER, "DELETE", place, ""));
    }

    private void prefer() {
        JsonNode preferences = done(api.get(CONTACT, PREFERENCES)).json();
        done(api.send(CONTACT, "PUT", PREFERENCES, preferences.toString()));
        done(api.get(CONTACT, PREFERENCES + "/preview"));
        String off = "{\"PORTAL\": false, \"EMAIL\": false, \"WEBHOOK\": false}";
        String muted =
                "{\"language\": \"fr\", \"timeZone\": \"Europe/Paris\", \"items\": [{\"type\": \"%s\", \"channels\": %s}]}";
        done(api.send(CONTACT, "PUT", PREFERENCES, muted.formatted("MS-05", off)));
        refused("mandatory-type", api.send(MANAGER, "PUT", PREFERENCES, muted.formatted("CM-02", off)));
        done(api.send(CONTACT, "PUT", PREFERENCES, preferences.toString()));
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
