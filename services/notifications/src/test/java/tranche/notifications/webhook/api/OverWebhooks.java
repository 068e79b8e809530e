package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.MovableClock;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver;
import tranche.notifications.Told;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** A service, and for each test a receiver on this machine that does as it is told, with an owner of its endpoint. */
abstract class OverWebhooks {

    static final String ENDPOINTS = "/webhook-endpoints";
    static final String TEST = "endpoint.test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger PATHS = new AtomicInteger();

    @TempDir
    private static Path data;

    static NotificationsProcess service;

    final UUID grant = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    final Actor owner = NotificationsProcess.anybody(Role.STAKEHOLDER);
    final String path = "/" + PATHS.incrementAndGet();
    Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        service = NotificationsProcess.withEndpointsHere(data);
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

    Reply created(String at) {
        return service.post(owner, ENDPOINTS, "{\"url\": \"" + receiver.url(at) + "\", \"types\": [\"MS-03\"]}");
    }

    /** An endpoint that has answered its test. */
    Reply active() {
        Reply made = created(path);
        awaitState(made, "ACTIVE");
        return made;
    }

    void awaitState(Reply endpoint, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.get(owner, ENDPOINTS + "/" + endpoint.id())
                                .text("state"))
                        .isEqualTo(state));
    }

    /** A milestone was verified just now. */
    String verified() {
        return verified(UUID.randomUUID());
    }

    String verified(UUID milestone) {
        MilestoneAchieved event = Told.event(
                MilestoneAchieved.class,
                Told.head(project, 1, new MovableClock().now()),
                Map.of("projectId", project, "milestoneId", milestone));
        service.tell(NoticeReactions.class, project, event);
        return event.getHead().getEventId().toString();
    }

    /** It was a mistake: there is nothing left to see to about what was told of it. */
    void revoked(UUID milestone) {
        MilestoneVerificationRevoked event = Told.event(
                MilestoneVerificationRevoked.class,
                Told.head(project, 2, new MovableClock().now()),
                Map.of("projectId", project, "milestoneId", milestone));
        service.tell(NoticeReactions.class, project, event);
    }

    static void passes(Duration time) {
        MovableClock.tick(time);
        service.bean(NewDeliveries.class).committed();
    }

    JsonNode deliveries(Reply endpoint) {
        return service.get(owner, ENDPOINTS + "/" + endpoint.id() + "/deliveries")
                .body()
                .get("items");
    }

    JsonNode awaitDelivery(Reply endpoint, String id, String state) {
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

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
