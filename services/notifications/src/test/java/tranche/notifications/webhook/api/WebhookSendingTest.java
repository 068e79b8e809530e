package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.MovableClock;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver.Habit;
import tranche.notifications.Receiver.Request;
import tranche.notifications.Told;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Role;

/** What reaches an endpoint, when and how it is signed. */
@DisplayName("What is sent to a webhook")
class WebhookSendingTest extends OverWebhooks {

    @Test
    @DisplayName(
            "an endpoint is tested at once and active with its first answer; a verified milestone then reaches it once, signed")
    void a_verified_milestone_reaches_a_proven_endpoint() throws Exception {
        Reply made = created(path);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("state")).isEqualTo("UNVERIFIED");
        assertThat(made.header("Location")).isEqualTo("/api/v1/webhook-endpoints/" + made.id());
        awaitState(made, "ACTIVE");
        String event = verified();
        Request alert = receiver.await(1, path, "MS-03").getFirst();
        Request test = receiver.await(1, path, TEST).getFirst();

        for (Request request : List.of(test, alert)) {
            assertThat(request.signature()).isEqualTo(byHand(made.text("secret"), request));
            assertThat(request.signature())
                    .isEqualTo(new Webhook(made.text("secret"))
                            .sign(request.id(), Long.parseLong(request.timestamp()), request.body()));
        }
        JsonNode body = read(alert.body());
        JsonNode told = service.get(owner, "/alerts").body().at("/items/0");
        assertThat(body.get("type").asText()).isEqualTo("MS-03");
        assertThat(body.get("data")).isEqualTo(told);
        assertThat(body.get("timestamp")).isEqualTo(told.get("createdAt"));
        assertThat(told.at("/cause/eventId").asText()).isEqualTo(event);
        JsonNode delivery = awaitDelivery(made, alert.id(), "DELIVERED");
        assertThat(delivery.get("alertId")).isEqualTo(told.get("id"));
        assertThat(delivery.get("type").asText()).isEqualTo("MS-03");
        JsonNode sent =
                service.get(owner, "/alerts/" + told.get("id").asText()).body().get("deliveries");
        assertThat(sent).hasSize(1);
        assertThat(sent.at("/0/id")).isEqualTo(delivery.get("id"));
        assertThat(sent.at("/0/channel").asText()).isEqualTo("WEBHOOK");
        assertThat(sent.at("/0/endpointId").asText()).isEqualTo(made.id().toString());
        assertThat(sent.at("/0/state").asText()).isEqualTo("DELIVERED");
        assertThat(Instant.parse(sent.at("/0/at").asText()))
                .isAfterOrEqualTo(Instant.parse(delivery.at("/attempts/0/at").asText()));
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
        assertThat(receiver.at(path)).hasSize(2);
    }

    @Test
    @DisplayName("N-5: a program takes things as they come, though its owner is mailed of them in the morning")
    void what_is_gathered_for_a_mail_does_not_wait_for_a_program() {
        Reply said = service.send(owner, "PUT", "/preferences", """
                {"language": "en", "timeZone": "UTC", "items": [{"type": "MS-03", "digest": "WEEKLY",
                 "channels": {"PORTAL": true, "EMAIL": true, "WEBHOOK": true}}]}
                """);
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        awaitDelivery(made, receiver.await(1, path, TEST).getFirst().id(), "PENDING");
        verified();
        receiver.does(Habit.answering(204));
        passes(Duration.ofSeconds(8));
        awaitState(made, "ACTIVE");
        service.bean(NewDeliveries.class).committed();
        receiver.await(1, path, "MS-03");
        verified();

        assertThat(receiver.await(2, path, "MS-03")).hasSize(2);
    }

    @Test
    @DisplayName(
            "N-3: an endpoint that is proven while its owner sleeps gets what waited in the morning, in his language")
    void what_waited_for_an_endpoint_waits_for_the_end_of_quiet_hours_too() {
        Instant night = new MovableClock().now();
        LocalTime wall = LocalTime.ofInstant(night, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        Reply said = service.send(owner, "PUT", "/preferences", """
                {"language": "fr", "timeZone": "UTC", "quietHours": {"from": "%s", "to": "%s"}}
                """.formatted(wall.minusHours(1), wall.plusHours(3)));
        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        awaitDelivery(made, receiver.await(1, path, TEST).getFirst().id(), "PENDING");
        verified();
        receiver.does(Habit.answering(200));
        passes(Duration.ofSeconds(8));
        awaitState(made, "ACTIVE");
        service.bean(NewDeliveries.class).committed();

        assertThat(deliveries(made).findValuesAsText("state")).containsExactlyInAnyOrder("PENDING", "DELIVERED");
        assertThat(Instant.parse(deliveries(made).at("/0/nextAttemptAt").asText()))
                .isEqualTo(night.truncatedTo(ChronoUnit.MINUTES).plus(3, ChronoUnit.HOURS));
        passes(Duration.ofHours(3));
        Request alert = receiver.await(1, path, "MS-03").getFirst();
        assertThat(read(alert.body()).at("/data/language").asText()).isEqualTo("fr");
        assertThat(receiver.at(path)).hasSize(3);
    }

    @Test
    @DisplayName("for a day after a rotation both secrets sign; then the new one alone")
    void both_secrets_sign_in_the_overlap() throws Exception {
        Reply made = active();
        Reply rotated = service.post(owner, ENDPOINTS + "/" + made.id() + "/secret-rotation", "");
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(made.text("secret"));
        verified();
        Request overlapping = receiver.await(1, path, "MS-03").getFirst();
        passes(Duration.ofHours(25));
        verified();
        Request after = receiver.await(2, path, "MS-03").get(1);

        assertThat(overlapping.signature())
                .isEqualTo(
                        byHand(rotated.text("secret"), overlapping) + " " + byHand(made.text("secret"), overlapping));
        assertThat(after.signature()).isEqualTo(byHand(rotated.text("secret"), after));
    }

    @Test
    @DisplayName("N-6: whose grant was withdrawn meanwhile does not get what waits")
    void a_withdrawn_grant_cancels_what_waits() {
        Reply made = active();
        receiver.does(Habit.answering(500));
        verified();
        String id = receiver.await(1, path, "MS-03").getFirst().id();
        awaitDelivery(made, id, "PENDING");
        service.tell(
                RecipientReactions.class, owner.account(), Told.withdrawn(grant, owner.account(), Role.STAKEHOLDER));
        passes(Duration.ofSeconds(8));

        assertThat(awaitDelivery(made, id, "CANCELLED").get("reason").asText()).isEqualTo("right-withdrawn");
        assertThat(receiver.await(1, path, "MS-03")).hasSize(1);
    }

    @Test
    @DisplayName("N-6: what is settled is not sent by itself any more, whether or not it was sent, and by hand it is")
    void what_is_settled_is_sent_where_it_is_asked_for_by_hand() {
        UUID milestone = UUID.randomUUID();
        receiver.does(Habit.answering(500));
        Reply made = created(path);
        awaitDelivery(made, receiver.await(1, path, TEST).getFirst().id(), "PENDING");
        verified(milestone);
        revoked(milestone);
        String waiting = deliveries(made).at("/0/id").asText();
        receiver.does(Habit.answering(204));
        passes(Duration.ofSeconds(8));
        awaitState(made, "ACTIVE");
        service.bean(NewDeliveries.class).committed();
        JsonNode cancelled = awaitDelivery(made, waiting, "CANCELLED");
        assertThat(cancelled.get("reason").asText()).isEqualTo("superseded");
        assertThat(cancelled.get("attempts")).isEmpty();

        String replay = ENDPOINTS + "/" + made.id() + "/deliveries/" + waiting + "/replay";
        assertThat(service.post(owner, replay, "").status()).isEqualTo(200);
        assertThat(awaitDelivery(made, waiting, "DELIVERED").get("attempts")).hasSize(1);
        assertThat(service.post(owner, replay, "").status()).isEqualTo(200);

        List<Request> sent = receiver.await(2, path, "MS-03");
        assertThat(sent).extracting(Request::id).containsOnly(waiting);
        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
    }

    @Test
    void a_delivery_is_sent_again_by_hand_under_its_id() {
        Reply made = active();
        verified();
        Request first = receiver.await(1, path, "MS-03").getFirst();
        awaitDelivery(made, first.id(), "DELIVERED");
        Reply replayed = service.post(
                owner,
                ENDPOINTS + "/" + made.id() + "/deliveries/" + first.id() + "/replay",
                "",
                "Idempotency-Key",
                path);
        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.text("state")).isEqualTo("PENDING");

        assertThat(receiver.await(2, path, "MS-03").get(1).body()).isEqualTo(first.body());
        assertThat(awaitDelivery(made, first.id(), "DELIVERED").get("attempts")).hasSize(2);
        Reply again = service.post(
                owner,
                ENDPOINTS + "/" + made.id() + "/deliveries/" + first.id() + "/replay",
                "",
                "Idempotency-Key",
                path);
        assertThat(again.raw().body()).isEqualTo(replayed.raw().body());
        assertThat(service.post(owner, "/deliveries/" + first.id() + "/replay", "")
                        .status())
                .isEqualTo(200);
        assertThat(receiver.await(3, path, "MS-03")).extracting(Request::id).containsOnly(first.id());
    }

    /** Verifies as a receiver would, at the time that the request says. */
    private static String byHand(String secret, Request request) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed =
                (request.id() + "." + request.timestamp() + "." + request.body()).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }
}
