package tranche.engines.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.engines.EngineException;
import tranche.engines.Ports;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

@Tag("broker")
class BrokerRestartTest {

    @TempDir
    Path folder;

    @Test
    void keeps_events_and_logins_over_a_restart_and_refuses_another_number_of_partitions() throws Exception {
        TopicPartition partition = new TopicPartition("commitments.events", 0);
        try (EmbeddedBroker first = start(List.of("commitments"));
                var producer = new KafkaProducer<>(
                        new HashMap<>(first.services().properties()), new StringSerializer(), new StringSerializer());
                Admin admin = Admin.create(new HashMap<>(first.services().properties()))) {
            producer.send(new ProducerRecord<>(partition.topic(), 0, "fund", "accepted"))
                    .get();
            admin.createTopics(List.of(new NewTopic("milestones.events", 6, (short) 1)))
                    .all()
                    .get();
        }

        try (EmbeddedBroker second = start(List.of("commitments"));
                Admin admin = Admin.create(new HashMap<>(second.services().properties()))) {
            assertThat(admin.listOffsets(java.util.Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset())
                    .isEqualTo(1);
        }

        assertThatThrownBy(() -> start(List.of("commitments", "milestones")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("milestones.events has 6 partitions");
    }

    private EmbeddedBroker start(List<String> services) {
        List<Integer> ports = Ports.free(2);
        Secrets secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        return EmbeddedBroker.start(folder.resolve("kafka"), ports.getFirst(), ports.getLast(), secrets, services);
    }
}
