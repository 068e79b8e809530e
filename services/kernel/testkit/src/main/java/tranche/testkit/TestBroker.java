package tranche.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tranche.engines.Ports;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

/**
 * A real broker, one for each JVM, started at the first use, with the topics of all services. Tests that use it carry
 * {@code @Tag("broker")}. Its topics are shared by all tests of the JVM: take keys and consumer groups of your own.
 */
public final class TestBroker {

    /** The services whose topics exist. */
    public static final List<String> SERVICES = List.of("commitments", "milestones", "notifications", "portal");

    private static @Nullable EmbeddedBroker broker;

    private TestBroker() {}

    /** The services' login: it may do anything. */
    public static KafkaLogin services() {
        return broker().services();
    }

    /** The login of an outside reader: it may read the events under a group of its own, and write nothing. */
    public static KafkaLogin reader() {
        return broker().reader();
    }

    /** {@code host:port}. */
    public static String bootstrap() {
        return services().bootstrap();
    }

    /** Kafka client properties of the services' login. */
    public static Map<String, String> properties() {
        return services().properties();
    }

    private static synchronized EmbeddedBroker broker() {
        if (broker == null) {
            List<Integer> ports = Ports.free(2);
            Secrets secrets = new Secrets(TestFolder.path().resolve("kafka-secrets"), new RandomIds());
            broker = EmbeddedBroker.start(
                    TestFolder.path().resolve("kafka"), ports.getFirst(), ports.getLast(), secrets, SERVICES);
            TestFolder.atEnd(broker::close);
        }
        return broker;
    }
}
