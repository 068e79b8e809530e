package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver;
import tranche.notifications.Receiver.Habit;
import tranche.notifications.Receiver.Request;

/** Receivers that lose answers, hang, send elsewhere or are gone. */
@DisplayName("Webhooks whose receiver fails")
class WebhookFaultsTest extends OverWebhooks {

    @Test
    @DisplayName("an answer that was lost is asked for again with the same id and the same body")
    void a_lost_answer_is_made_good_under_the_same_id() {
        Reply made = active();
        receiver.does(Habit.losingTheAnswer());
        verified();
        Request first = receiver.await(1, path, "MS-03").getFirst();
        assertThat(awaitDelivery(made, first.id(), "PENDING")
                        .at("/attempts/0/error")
                        .asText())
                .isEqualTo("connection-lost");
        receiver.does(Habit.answering(200));
        // Reading changes the alert, and not what is sent of it.
        service.post(owner, "/alerts/" + read(first.body()).at("/data/id").asText() + "/read", "");
        passes(Duration.ofSeconds(8));
        List<Request> both = receiver.await(2, path, "MS-03");

        assertThat(both).extracting(Request::id).containsOnly(first.id());
        assertThat(both).extracting(Request::body).containsOnly(first.body());
        assertThat(first.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(both).extracting(Request::traceparent).containsOnly(first.traceparent());
        assertThat(receiver.await(1, path, TEST))
                .as("a test tells of nothing")
                .extracting(Request::traceparent)
                .containsOnly("");
        awaitDelivery(made, first.id(), "DELIVERED");
    }

    @Test
    @DisplayName(
            "R7: what was under way when its process was given up is sent again, with the same id and the same body")
    void what_was_never_settled_is_taken_up_again() {
        Reply made = active();
        receiver.does(Habit.hanging());
        verified();
        Request first = receiver.await(1, path, "MS-03").getFirst();
        receiver.does(Habit.answering(200));
        passes(Duration.ofSeconds(100));
        Request second = receiver.await(2, path, "MS-03").get(1);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        JsonNode delivery = awaitDelivery(made, first.id(), "DELIVERED");
        assertThat(delivery.get("attempts")).hasSize(2);
    }

    @Test
    @DisplayName("R8: a receiver that hangs delays no other")
    void a_hanging_receiver_delays_nobody() throws IOException {
        Reply hanging = active();
        receiver.does(Habit.hanging());
        try (Receiver other = new Receiver()) {
            Reply second =
                    service.post(owner, ENDPOINTS, "{\"url\": \"" + other.url("/other") + "\", \"types\": [\"*\"]}");
            awaitState(second, "ACTIVE");
            for (int i = 0; i < 12; i++) {
                verified();
            }

            assertThat(other.await(12, "/other", "MS-03")).hasSize(12);
            assertThat(deliveries(hanging).findValuesAsText("state")).contains("SENDING", "PENDING");
            assertThat(receiver.await(1, path, "MS-03")).hasSizeLessThan(6);
        }
    }

    @Test
    @DisplayName("F28: a redirect is not followed, and an endpoint that is gone gets nothing more")
    void a_redirect_is_not_followed_and_what_is_gone_is_left() {
        Reply made = active();
        receiver.does(Habit.answering(307, "Location", receiver.url("/elsewhere")));
        verified();
        String id = receiver.await(1, path, "MS-03").getFirst().id();
        assertThat(awaitDelivery(made, id, "PENDING").at("/attempts/0/error").asText())
                .isEqualTo("redirect");
        receiver.does(Habit.answering(410));
        passes(Duration.ofSeconds(8));
        awaitDelivery(made, id, "FAILED");

        awaitState(made, "DISABLED");
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }
}
