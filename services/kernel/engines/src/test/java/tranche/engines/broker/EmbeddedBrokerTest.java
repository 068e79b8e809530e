package tranche.engines.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.engines.Ports;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

@Tag("broker")
class EmbeddedBrokerTest {

    private static final String TOPIC = "commitments.events";

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = start(List.of("commitments", "portal"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static EmbeddedBroker start(List<String> services) {
        List<Integer> ports = Ports.free(2);
        Secrets secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        return EmbeddedBroker.start(folder.resolve("kafka"), ports.getFirst(), ports.getLast(), secrets, services);
    }

    @Test
    void makes_twelve_partitions_kept_for_ever_and_dead_letters_kept_for_ninety_days() throws Exception {
        try (Admin admin = admin(broker.reader())) {
            var topics = admin.describeTopics(List.of(TOPIC, TOPIC + ".dead"))
                    .allTopicNames()
                    .get();
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
            assertThat(retention(admin, TOPIC)).isEqualTo("-1");
            assertThat(retention(admin, TOPIC + ".dead")).isEqualTo("7776000000");
        }
    }

    @Test
    void lets_the_reader_read_what_the_services_wrote() throws Exception {
        send(broker.services(), "fund", "accepted");

        assertThat(firstValue(broker.reader(), "a-group-of-my-own")).isEqualTo("accepted");
    }

    @Test
    void refuses_to_let_the_reader_write() {
        assertThatThrownBy(() -> send(broker.reader(), "fund", "forged"))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void refuses_to_let_the_reader_join_a_group_of_the_services() {
        assertThatThrownBy(() -> firstValue(broker.reader(), "portal-raise"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void refuses_a_wrong_password() {
        KafkaLogin right = broker.services();
        try (Admin admin = admin(new KafkaLogin(right.bootstrap(), right.username(), "wrong"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void refuses_a_client_that_names_nobody() {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                broker.services().bootstrap(),
                "default.api.timeout.ms",
                "3000",
                "request.timeout.ms",
                "2000"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
        }
    }

    private static Admin admin(KafkaLogin login) {
        return Admin.create(new HashMap<>(login.properties()));
    }

    private static String retention(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.name().equals("retention.ms"))
                .map(ConfigEntry::value)
                .findFirst()
                .orElseThrow();
    }

    private static void send(KafkaLogin login, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                new HashMap<>(login.properties()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static String firstValue(KafkaLogin login, String group) {
        Map<String, Object> settings = new HashMap<>(login.properties());
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            ConsumerRecords<String, String> records = ConsumerRecords.empty();
            for (int poll = 0; records.isEmpty() && poll < 40; poll++) {
                records = consumer.poll(Duration.ofMillis(500));
            }
            return records.iterator().next().value();
        }
    }
}
