package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.MovableClock;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver.Habit;
import tranche.notifications.Told;
import tranche.notifications.WebhookEndpointChanged;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.webhook.reactions.OwnerReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What becomes of an endpoint that fails, of what waits for it, and of its owner, who is told of it elsewhere. */
@DisplayName("An endpoint that fails")
class FailingEndpointsTest extends OverWebhooks {

    /** What was written about an endpoint comes back over the service's own topic. */
    private WebhookEndpointChanged heard(Reply endpoint, String change, String state) {
        WebhookEndpointChanged event = Told.event(
                WebhookEndpointChanged.class,
                Told.head(owner.account(), 1, new MovableClock().now()),
                Map.of(
                        "recipientId", owner.account(),
                        "endpointId", endpoint.id(),
                        "change", change,
                        "types", List.of("*"),
                        "state", state));
        service.tell(OwnerReactions.class, owner.account(), event, event);
        return event;
    }

    private static List<JsonNode> alerts(Actor actor) {
        List<JsonNode> alerts = new ArrayList<>();
        service.get(actor, "/alerts").body().get("items").forEach(alerts::add);
        return alerts;
    }

    @Test
    @DisplayName("§2.8: its owner alone is told after an hour and when it is disabled, once each, and never there")
    void is_told_to_its_owner_elsewhere() {
        Actor admin = NotificationsProcess.anybody(Role.ADMIN);
        service.tell(
                RecipientReactions.class,
                admin.account(),
                Told.given(grant, admin.account(), Role.ADMIN, Scope.DEPLOYMENT, Instant.EPOCH));
        Reply made = service.post(owner, ENDPOINTS, "{\"url\": \"" + receiver.url(path) + "\", \"types\": [\"*\"]}");
        awaitState(made, "ACTIVE");
        heard(made, "DEGRADED", "DEGRADED");
        assertThat(alerts(owner)).isEmpty();
        WebhookEndpointChanged failing = heard(made, "FAILING", "DEGRADED");
        heard(made, "DISABLED", "DISABLED");

        List<JsonNode> told = alerts(owner);
        assertThat(told).extracting(one -> one.get("type").asText()).containsExactly("WH-01", "WH-01");
        assertThat(told)
                .extracting(one -> one.get("title").asText())
                .containsExactly(
                        "Your webhook endpoint is switched off", "Your webhook endpoint has failed for an hour");
        assertThat(told.get(1).get("body").asText()).startsWith("Your endpoint at 127.0.0.1 has taken nothing");
        assertThat(told.get(1).at("/cause/eventId").asText())
                .isEqualTo(failing.getHead().getEventId().toString());
        assertThat(told.get(1).at("/cause/subject/type").asText()).isEqualTo("webhook-endpoint");
        assertThat(service.get(owner, "/alerts", "Accept-Language", "fr")
                        .body()
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("Votre point de terminaison est désactivé");
        assertThat(alerts(admin)).isEmpty();
        assertThat(deliveries(made)).as("its test alone").hasSize(1);
        assertThat(service.get(owner, "/preferences").raw().body())
                .contains("\"type\":\"WH-01\",\"mandatory\":false,\"channels\":{\"PORTAL\":true,\"EMAIL\":true");
    }

    @Test
    @DisplayName("§2.8: one that is never proven is disabled with its test, and what waited for it ends")
    void is_disabled_when_it_was_never_proven() {
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        String test = receiver.await(1, path, TEST).getFirst().id();
        verified();
        verified();
        for (int attempt = 1; attempt <= 10; attempt++) {
            receiver.await(attempt, path, TEST);
            if (attempt < 10) {
                awaitDelivery(made, test, "PENDING");
                passes(Duration.ofHours(46));
            }
        }
        awaitDelivery(made, test, "FAILED");
        awaitState(made, "DISABLED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(made).findValuesAsText("reason"))
                        .filteredOn("endpoint-disabled"::equals)
                        .hasSize(2));

        receiver.does(Habit.answering(200));
        service.post(owner, ENDPOINTS + "/" + made.id() + "/test", "");
        awaitState(made, "ACTIVE");
        verified();
        assertThat(receiver.await(1, path, "MS-03")).hasSize(1);
    }
}
