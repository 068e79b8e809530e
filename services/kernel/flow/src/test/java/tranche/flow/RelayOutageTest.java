package tranche.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.flow.relay.Relay;
import tranche.flow.sql.Database;
import tranche.flow.wire.KafkaClients;
import tranche.flow.wire.Registry;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestTopic;
import tranche.world.tasks.Tasks;
import tranche.world.tasks.ThreadTasks;

@Tag("broker")
class RelayOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "milestones.events";

    /** Long enough to be refused by a port on which nobody listens. */
    private static final int REFUSED_MILLIS = 300;

    private final AtomicBoolean away = new AtomicBoolean(true);

    @Test
    @DisplayName("R10, F03: a broker that was away while several events waited is sent all of them when it is back")
    void goes_on_when_the_broker_is_back() {
        try (StubRegistry stub = StubRegistry.start();
                Bench bench = Bench.writing(stub)) {
            UUID key = bench.ids.next();
            for (int i = 0; i < 3; i++) {
                bench.done(Bench.step(key));
            }
            MeterRegistry metrics = new SimpleMeterRegistry();
            Relay relay = new Relay(
                    "milestones",
                    bench.dataSource,
                    this::producer,
                    new Registry(bench.calls, stub.uri(), Optional.empty()),
                    new Signal(),
                    new ThreadTasks(),
                    metrics);
            try (Tasks.Task task = new ThreadTasks().start("relay", relay::run)) {
                await().atMost(LIMIT)
                        .until(() -> metrics.counter("tranche.relay.failures").count() >= 2);
                assertThat(task.isRunning()).isTrue();

                away.set(false);

                await().atMost(LIMIT)
                        .untilAsserted(
                                () -> assertThat(TestTopic.of(TOPIC, key)).hasSizeGreaterThanOrEqualTo(3));
                assertThat(metrics.counter("tranche.relay.sent").count()).isEqualTo(3);
            }
        }
    }

    private Producer<byte[], byte[]> producer() {
        return away.get()
                ? new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                "127.0.0.1:1",
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                REFUSED_MILLIS),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())
                : KafkaClients.producer(broker());
    }

    private static FlowSettings broker() {
        Database.Login nobody = new Database.Login("", "");
        Database.Login login = new Database.Login(
                TestBroker.services().username(), TestBroker.services().password());
        return new FlowSettings(
                "milestones",
                new Database("", nobody, nobody),
                new FlowSettings.Kafka(TestBroker.bootstrap(), Optional.of(login)),
                URI.create("http://127.0.0.1:1"));
    }
}
