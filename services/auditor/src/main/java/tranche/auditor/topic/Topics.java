package tranche.auditor.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tranche.auditor.CannotVerify;

/**
 * The topics up to where they ended when this was opened. Nothing is joined or committed: the services do not notice.
 */
public final class Topics implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Polls that bring nothing before a broker counts as away. */
    private static final int MOST_IDLE_POLLS = 30;

    private static final int MOST_IN_POLL = 500;

    private static final int SHORT_FETCH_MILLIS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    private Topics(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.beginnings = beginnings;
        this.ends = ends;
    }

    /** Looks where the topics end now. */
    public static Topics open(Map<String, String> properties) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "auditor");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_IN_POLL);
        config.put("enable.metrics.push", false);
        // Partitions are read one after the other: none is waited for once it is read.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, SHORT_FETCH_MILLIS);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (List<PartitionInfo> topic : consumer.listTopics(ANSWER_LIMIT).values()) {
                topic.stream()
                        .filter(info -> info.topic().endsWith(".events"))
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
            return new Topics(
                    consumer,
                    consumer.beginningOffsets(partitions, ANSWER_LIMIT),
                    consumer.endOffsets(partitions, ANSWER_LIMIT));
        } catch (KafkaException away) {
            consumer.close();
            throw new CannotVerify("Kafka does not answer: " + away.getMessage(), away);
        }
    }

    /** A partition's extent: from the first offset that is kept to the one after the last. */
    record Extent(int partition, long beginning, long end) {}

    /** The partitions of a topic in their order; none where there is no such topic yet. */
    List<Extent> partitions(String topic) {
        TreeMap<Integer, Extent> extents = new TreeMap<>();
        ends.forEach((at, end) -> {
            if (at.topic().equals(topic)) {
                extents.put(at.partition(), new Extent(at.partition(), beginnings.getOrDefault(at, 0L), end));
            }
        });
        return new ArrayList<>(extents.values());
    }

    /** Is handed a few records at a time. */
    interface Reader {
        void read(List<ConsumerRecord<byte[], byte[]>> records) throws java.sql.SQLException;
    }

    /** Hands a partition's records to the reader, in order, up to its end. */
    void each(String topic, Extent extent, Reader reader) throws java.sql.SQLException {
        TopicPartition at = new TopicPartition(topic, extent.partition());
        try {
            consumer.assign(List.of(at));
            consumer.seek(at, extent.beginning());
            int idle = 0;
            while (consumer.position(at, ANSWER_LIMIT) < extent.end()) {
                List<ConsumerRecord<byte[], byte[]>> records =
                        consumer.poll(POLL).records(at);
                idle = records.isEmpty() ? idle + 1 : 0;
                if (idle > MOST_IDLE_POLLS) {
                    throw new CannotVerify(
                            "Kafka gives no records of " + at + " from " + consumer.position(at) + " on");
                }
                List<ConsumerRecord<byte[], byte[]>> within = records.stream()
                        .filter(record -> record.offset() < extent.end())
                        .toList();
                if (!within.isEmpty()) {
                    reader.read(within);
                }
            }
        } catch (KafkaException away) {
            throw new CannotVerify("Kafka does not answer: " + away.getMessage(), away);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
