package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver.Habit;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** How an endpoint lives: proven, degraded and disabled, taken away; whose it is; what is kept of its secret. */
@DisplayName("Webhook endpoints")
class WebhookEndpointsTest extends OverWebhooks {

    @Test
    @DisplayName(
            "what is told before an endpoint has answered waits for it; the test is tried again after seconds under its id")
    void deliveries_wait_until_the_endpoint_is_proven() {
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        String first = receiver.await(1, path, TEST).getFirst().id();
        awaitDelivery(made, first, "PENDING");
        verified();
        assertThat(deliveries(made).findValuesAsText("state")).containsExactly("PENDING", "PENDING");
        receiver.does(Habit.answering(200));
        passes(Duration.ofSeconds(8));

        assertThat(receiver.await(2, path, TEST).get(1).id()).isEqualTo(first);
        receiver.await(1, path, "MS-03");
        awaitState(made, "ACTIVE");
        assertThat(awaitDelivery(made, first, "DELIVERED")
                        .at("/attempts/0/error")
                        .asText())
                .isEqualTo("http-500");
    }

    @Test
    @DisplayName(
            "§2.8: an endpoint that fails is degraded, after three days disabled; a test that passes makes it active")
    void an_endpoint_that_fails_for_three_days_is_disabled_until_a_test_passes() {
        Reply made = active();
        receiver.does(Habit.answering(503));
        verified();
        awaitState(made, "DEGRADED");
        passes(Duration.ofHours(73));
        awaitState(made, "DISABLED");
        verified();
        int before = receiver.at(path).size();
        receiver.does(Habit.answering(200));
        assertThat(service.post(owner, ENDPOINTS + "/" + made.id() + "/test", "")
                        .status())
                .isEqualTo(200);
        awaitState(made, "ACTIVE");

        assertThat(receiver.at(path)).hasSize(before + 1);
        verified();
        receiver.await(
                1,
                request -> request.path().equals(path)
                        && request.body().contains("MS-03")
                        && receiver.at(path).indexOf(request) > before);
    }

    @Test
    @DisplayName("R11: an endpoint and its deliveries are there for its owner and for nobody else")
    void another_s_endpoint_is_not_there() {
        Reply made = active();
        Actor stranger = NotificationsProcess.anybody(Role.ADMIN);
        String one = ENDPOINTS + "/" + made.id();
        String delivery = deliveries(made).at("/0/id").asText();

        assertThat(service.get(stranger, one).status()).isEqualTo(404);
        assertThat(service.get(stranger, one + "/deliveries").status()).isEqualTo(404);
        assertThat(service.post(stranger, one + "/test", "").status()).isEqualTo(404);
        assertThat(service.post(stranger, one + "/deliveries/" + delivery + "/replay", "")
                        .status())
                .isEqualTo(404);
        assertThat(service.post(stranger, "/deliveries/" + delivery + "/replay", "")
                        .status())
                .isEqualTo(404);
        assertThat(service.send(stranger, "DELETE", one, "").status()).isEqualTo(404);
        assertThat(service.get(stranger, ENDPOINTS).body().get("items")).isEmpty();
        assertThat(service.get(stranger, "/deliveries").body().get("items")).isEmpty();
        assertThat(service.get(NotificationsProcess.anybody(Role.AUDITOR), "/deliveries?recipientId=" + owner.account())
                        .body()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void what_waits_for_an_endpoint_is_cancelled_when_it_is_taken_away() {
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        String test = receiver.await(1, path, TEST).getFirst().id();
        awaitDelivery(made, test, "PENDING");
        for (int i = 0; i < 12; i++) {
            verified();
        }
        service.send(owner, "DELETE", ENDPOINTS + "/" + made.id(), "");
        passes(Duration.ofSeconds(8));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                service.get(owner, "/deliveries").body().findValuesAsText("reason"))
                        .hasSize(13)
                        .containsOnly("endpoint-deleted"));
        assertThat(receiver.at(path)).hasSize(1);
    }

    @Test
    void an_endpoint_that_was_taken_away_is_not_there_and_gets_nothing() {
        Reply made = active();
        Reply gone = service.send(owner, "DELETE", ENDPOINTS + "/" + made.id(), "", "If-Match", "\"1\"");
        assertThat(gone.status()).isEqualTo(412);
        assertThat(service.send(owner, "DELETE", ENDPOINTS + "/" + made.id(), "")
                        .text("state"))
                .isEqualTo("DELETED");
        verified();

        assertThat(service.get(owner, ENDPOINTS + "/" + made.id()).status()).isEqualTo(404);
        assertThat(service.get(owner, ENDPOINTS).body().get("items")).isEmpty();
        assertThat(service.get(owner, "/deliveries").body().get("items")).hasSize(1);
    }

    @Test
    @DisplayName(
            "a secret is in the answer that made it, sent again with its key, and nowhere else: not in the database either")
    void a_secret_is_shown_once_and_kept_nowhere() throws Exception {
        String body = "{\"url\": \"" + receiver.url(path) + "\", \"types\": [\"*\"]}";
        Reply made = service.post(owner, ENDPOINTS, body, "Idempotency-Key", path);
        Reply again = service.post(owner, ENDPOINTS, body, "Idempotency-Key", path);
        String secret = made.text("secret");

        assertThat(again.raw().body()).isEqualTo(made.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(service.get(owner, ENDPOINTS).raw().body()).doesNotContain("whsec_");
        assertThat(service.get(owner, ENDPOINTS + "/" + made.id()).raw().body()).doesNotContain("whsec_");
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
        Map<String, Boolean> holding = new HashMap<>();
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("webhook_endpoint", "delivery", "event", "idempotency_key")) {
                try (ResultSet row = statement.executeQuery("select string_agg(t::text, '') from " + table + " t")) {
                    row.next();
                    holding.put(
                            table,
                            row.getString(1).contains(secret)
                                    || row.getString(1).contains(hex));
                }
            }
        }
        assertThat(holding).doesNotContainValue(true);
    }
}
