package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.MovableClock;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver;
import tranche.notifications.Receiver.Habit;
import tranche.notifications.Receiver.Request;
import tranche.notifications.Told;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Endpoints and what reaches them: a real service, and receivers on this machine that do as they are told. */
@DisplayName("Webhooks")
class WebhooksOverHttpTest {

    private static final String ENDPOINTS = "/webhook-endpoints";
    private static final String TEST = "endpoint.test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger PATHS = new AtomicInteger();

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID grant = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final Actor owner = NotificationsProcess.anybody(Role.STAKEHOLDER);
    private final String path = "/" + PATHS.incrementAndGet();
    private Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(
                data,
                Map.of(
                        "tranche.kafka.bootstrap",
                        "127.0.0.1:1",
                        "tranche.registry.url",
                        "http://127.0.0.1:1/apis/ccompat/v7",
                        "tranche.allow-private-webhooks",
                        "true",
                        MovableClock.PROPERTY,
                        "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
        MovableClock.reset();
    }

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
        service.tell(
                RecipientReactions.class,
                owner.account(),
                Told.given(grant, owner.account(), Role.STAKEHOLDER, ofProject(), Instant.EPOCH));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Scope ofProject() {
        return new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    private Reply created(String at) {
        return service.post(owner, ENDPOINTS, "{\"url\": \"" + receiver.url(at) + "\", \"types\": [\"MS-03\"]}");
    }

    /** An endpoint that has answered its test. */
    private Reply active() {
        Reply made = created(path);
        awaitState(made, "ACTIVE");
        return made;
    }

    private void awaitState(Reply endpoint, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.get(owner, ENDPOINTS + "/" + endpoint.id())
                                .text("state"))
                        .isEqualTo(state));
    }

    /** A milestone was verified just now. */
    private String verified() {
        return verified(UUID.randomUUID());
    }

    private String verified(UUID milestone) {
        MilestoneAchieved event = Told.event(
                MilestoneAchieved.class,
                Told.head(project, 1, new MovableClock().now()),
                Map.of("projectId", project, "milestoneId", milestone));
        service.tell(NoticeReactions.class, project, event);
        return event.getHead().getEventId().toString();
    }

    /** It was a mistake: there is nothing left to see to about what was told of it. */
    private void revoked(UUID milestone) {
        MilestoneVerificationRevoked event = Told.event(
                MilestoneVerificationRevoked.class,
                Told.head(project, 2, new MovableClock().now()),
                Map.of("projectId", project, "milestoneId", milestone));
        service.tell(NoticeReactions.class, project, event);
    }

    private static void passes(Duration time) {
        MovableClock.tick(time);
        service.bean(NewDeliveries.class).committed();
    }

    private JsonNode deliveries(Reply endpoint) {
        return service.get(owner, ENDPOINTS + "/" + endpoint.id() + "/deliveries")
                .body()
                .get("items");
    }

    private JsonNode awaitDelivery(Reply endpoint, String id, String state) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            for (JsonNode item : deliveries(endpoint)) {
                if (item.get("id").asText().equals(id)
                        && item.get("state").asText().equals(state)) {
                    found[0] = item;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Verifies as a receiver would, at the time that the request says. */
    private static String byHand(String secret, Request request) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed =
                (request.id() + "." + request.timestamp() + "." + request.body()).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }

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
        assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
        assertThat(receiver.at(path)).hasSize(2);
    }

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
