package tranche.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestonePlanned;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestTopic;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** From the topics of other services to the alert that its recipient reads, and on into the service's own topic. */
@NullMarked
@Tag("broker")
class AlertsFromTopicTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static void write(StubRegistry registry, String topic, UUID key, SpecificRecord event)
            throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        String body = json.createObjectNode()
                .put("schema", event.getSchema().toString())
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        registry.uri() + "/subjects/" + event.getSchema().getFullName() + "/versions"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int id = json.readTree(client.send(request, BodyHandlers.ofString()).body())
                    .get("id")
                    .intValue();
            TestTopic.write(topic, key, Frame.of(id, AvroBytes.encode(event)));
        }
    }

    @Test
    @DisplayName("MS-03: a verified milestone that is told twice on the topic is shown once, and its reading is told")
    void an_event_on_the_topic_becomes_one_alert() throws Exception {
        UUID programme = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        UUID milestone = UUID.randomUUID();
        Actor stakeholder = NotificationsProcess.with(Role.STAKEHOLDER, Scope.ofProgramme(programme));
        Map<String, Object> ids = Map.of("programmeId", programme, "projectId", project, "milestoneId", milestone);
        Map<String, Object> planned = new HashMap<>(ids);
        planned.put("name", "First wafer");
        MilestoneAchieved achieved = Told.event(MilestoneAchieved.class, Told.head(project, 2, Instant.now()), ids);
        Map<String, Object> properties = new HashMap<>();
        try (StubRegistry registry = StubRegistry.start()) {
            properties.put("tranche.kafka.bootstrap", TestBroker.bootstrap());
            properties.put("tranche.kafka.username", TestBroker.services().username());
            properties.put("tranche.kafka.password", TestBroker.services().password());
            properties.put("tranche.registry.url", registry.uri().toString());
            try (NotificationsProcess service = new NotificationsProcess(data, properties)) {
                write(
                        registry,
                        "portal.events",
                        stakeholder.account(),
                        Told.given(
                                UUID.randomUUID(),
                                stakeholder.account(),
                                Role.STAKEHOLDER,
                                Scope.ofProgramme(programme),
                                Instant.now().minusSeconds(60)));
                write(
                        registry,
                        "milestones.events",
                        project,
                        Told.event(MilestonePlanned.class, Told.head(project, 1, Instant.now()), planned));
                write(registry, "milestones.events", project, achieved);
                write(registry, "milestones.events", project, achieved);
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(service.get(stakeholder, "/alerts")
                                        .body()
                                        .at("/items/0/title")
                                        .asText())
                                .isEqualTo("First wafer is verified"));
                assertThat(service.get(stakeholder, "/alerts").body().get("items"))
                        .hasSize(1);

                String id = service.get(stakeholder, "/alerts")
                        .body()
                        .at("/items/0/id")
                        .asText();
                assertThat(service.post(stakeholder, "/alerts/" + id + "/read", "")
                                .status())
                        .isEqualTo(200);
                await().atMost(LIMIT)
                        .until(() -> TestTopic.of("notifications.events", stakeholder.account())
                                        .size()
                                == 2);
            }
        }
    }
}
