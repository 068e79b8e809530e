package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.launcher.openapi.CommitmentsWalk.done;
import static tranche.launcher.openapi.CommitmentsWalk.refused;

import java.util.List;
import java.util.UUID;

/** The way of an auditor through what was recorded, and of an administrator to what a consumer could not handle. */
final class OperationsWalk {

    private static final String ADMIN = "admin";
    private static final String AUDITOR = "auditor";

    private final Deployment api;

    OperationsWalk(Deployment api) {
        this.api = api;
    }

    void walk() {
        for (String service : List.of(
                "", "service=commitments&", "service=milestones&", "service=notifications&", "service=portal&")) {
            events(service);
            heads(service);
            done(api.get(ADMIN, "/api/v1/dead-letters?" + service + "limit=1"));
        }
        refused("validation", api.get(AUDITOR, "/api/v1/audit/events?aggregateId=x"));
        refused("forbidden", api.get(ADMIN, "/api/v1/audit/events"));
        refused("forbidden", api.get(AUDITOR, "/api/v1/dead-letters"));
        deadLetters();
    }

    private void events(String service) {
        Exchange first = done(api.get(AUDITOR, "/api/v1/audit/events?" + service + "limit=1"));
        done(api.get(AUDITOR, "/api/v1/audit/events?" + service + "limit=500&after=" + first.text("next")));
        String event = first.json().at("/items/0/aggregateId").asText();
        String type = first.json().at("/items/0/type").asText();
        Exchange found =
                done(api.get(AUDITOR, "/api/v1/audit/events?" + service + "aggregateId=" + event + "&type=" + type));
        assertThat(found.json().at("/items/0")).isEqualTo(first.json().at("/items/0"));
        done(api.get(AUDITOR, "/api/v1/audit/events?" + service + "limit=2", "Accept", CommitmentsWalk.CSV));
    }

    private void heads(String service) {
        Exchange first = done(api.get(AUDITOR, "/api/v1/audit/heads?" + service + "limit=1"));
        done(api.get(AUDITOR, "/api/v1/audit/heads?" + service + "after=" + first.text("next")));
        done(api.get(AUDITOR, "/api/v1/audit/heads?" + service + "limit=2", "Accept", CommitmentsWalk.CSV));
    }

    /** Without a broker nothing is consumed: a letter is put where a consumer puts it, of one that has since been taken out. */
    private void deadLetters() {
        UUID waiting = api.park(false);
        UUID handled = api.park(true);
        Exchange listed = done(api.get(ADMIN, "/api/v1/dead-letters"));
        assertThat(listed.json().get("items").findValuesAsText("id")).containsExactly(waiting.toString());
        done(api.get(ADMIN, "/api/v1/dead-letters", "Accept", CommitmentsWalk.CSV));
        done(api.get(ADMIN, "/api/v1/dead-letters/" + waiting + "?service=commitments"));
        refused(
                "version-conflict",
                api.post(ADMIN, "/api/v1/dead-letters/" + waiting + "/replay", "", "If-Match", "\"77\""));
        refused("still-not-handled", api.post(ADMIN, "/api/v1/dead-letters/" + waiting + "/replay", ""));
        done(api.post(ADMIN, "/api/v1/dead-letters/" + handled + "/replay?service=commitments", ""));
        refused("not-found", api.post(AUDITOR, "/api/v1/dead-letters/" + handled + "/replay", ""));
        refused("not-found", api.get(ADMIN, "/api/v1/dead-letters/" + handled + "?service=portal"));
        refused("not-found", api.post(ADMIN, "/api/v1/dead-letters/" + handled + "/replay?service=portal", ""));
    }
}
