package tranche.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What stands in a topic of the test's broker, read and written past the product. */
public final class TestTopic {

    /** The broker need not hold an answer back until a partition that is read to its end has more. */
    private static final String ANSWER_AT_ONCE_MILLIS = "10";

    private TestTopic() {}

    /** The records of a key that are there now, in order. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic, UUID key) {
        String name = key.toString();
        return of(topic).stream()
                .filter(record -> record.key() != null)
                .filter(record -> new String(record.key(), StandardCharsets.US_ASCII).equals(name))
                .toList();
    }

    /** All records that are there now, those of a partition in order. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        Map<String, Object> settings = new HashMap<>(TestBroker.properties());
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ANSWER_AT_ONCE_MILLIS);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Writes a record as somebody else might. */
    public static void write(String topic, UUID key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                new HashMap<>(TestBroker.properties()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.toString().getBytes(StandardCharsets.US_ASCII), value))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
