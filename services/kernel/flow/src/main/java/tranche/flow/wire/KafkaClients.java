package tranche.flow.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tranche.flow.FlowSettings;
import tranche.flow.sql.Database;

/** Kafka's clients as every service uses them. */
public final class KafkaClients {

    /** Records of one poll: one transaction of the inbox. */
    public static final int MOST_IN_POLL = 200;

    /** A send that has no answer by then has failed; the relay starts again from its place. */
    private static final int DELIVERY_LIMIT_MILLIS = 20_000;

    private static final int REQUEST_LIMIT_MILLIS = 10_000;

    /** Sends that are on their way at once are few; a batch this large is full throughput. */
    private static final int BATCH_BYTES = 128 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024 * 1024;

    /** A consumer that is silent for so long has lost its partitions: the least that brokers allow by default. */
    private static final int SILENCE_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 2_000;

    private KafkaClients() {}

    /** An idempotent producer that is told of success by all replicas in sync. */
    public static KafkaProducer<byte[], byte[]> producer(FlowSettings settings) {
        Map<String, Object> config = common(settings.kafka());
        config.put(ProducerConfig.CLIENT_ID_CONFIG, settings.service() + "-relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A broker that has just started may turn down a producer's first batch and take the second, because it holds
        // nothing yet to number them by: of two under way, the later one would stand first.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_LIMIT_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_LIMIT_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_LIMIT_MILLIS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer whose place is kept elsewhere: it commits nothing by itself. */
    public static KafkaConsumer<byte[], byte[]> consumer(FlowSettings settings, String group) {
        Map<String, Object> config = common(settings.kafka());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_IN_POLL);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SILENCE_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        settings.kafka()
                .instance()
                .ifPresent(instance -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "." + instance));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> common(FlowSettings.Kafka kafka) {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        config.put("enable.metrics.push", false);
        kafka.login().ifPresent(login -> signIn(config, login));
        return config;
    }

    private static void signIn(Map<String, Object> config, Database.Login login) {
        config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
        config.put(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-256");
        config.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + login.name()
                        + "\" password=\"" + login.password() + "\";");
    }
}
