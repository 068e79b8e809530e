package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What an outside reader has of the topics: it comes with the login that may only read, and reads each record by the schema that
 * the registry keeps of it.
 */
final class Records implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("portal.events", "milestones.events", "commitments.events", "notifications.events");
    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI registry;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final List<Event> read = new ArrayList<>();

    /** @param reader the settings that a reader is given */
    Records(Map<String, String> reader, URI registry) {
        this.registry = registry;
        this.consumer = new KafkaConsumer<>(
                Map.<String, Object>copyOf(reader), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic ->
                        IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * An event.
     *
     * @param type its record's name without the namespace
     */
    record Event(String topic, String key, String type, JsonNode value) {

        /** A field of its head; empty where it is null. */
        String head(String field) {
            return text("/head/" + field);
        }

        /** A field; empty where it is null. */
        String text(String path) {
            return value.at(path).asText("");
        }

        String id() {
            return head("eventId");
        }

        String cause() {
            return head("causationId");
        }
    }

    /** The events of a type that name an object, once there are so many. */
    List<Event> awaited(int count, String type, Object of) {
        List<Event> found = await().pollInSameThread()
                .atMost(Way.LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> poll().of(type, of), events -> events.size() >= count);
        assertThat(found).as(type).hasSize(count);
        return found;
    }

    /** The one event of a type that names an object. */
    Event awaited(String type, Object of) {
        return awaited(1, type, of).getFirst();
    }

    /** Everything that has the same first command. */
    List<Event> begunWith(Event first) {
        return poll().read.stream()
                .filter(event -> event.head("correlationId").equals(first.head("correlationId")))
                .toList();
    }

    /** Whatever key one looks at, its events are numbered from 1 without a gap, and so are the versions of each object. */
    void assertWithoutGaps() {
        Map<String, List<Event>> byKey =
                poll().read.stream().collect(Collectors.groupingBy(event -> event.topic + " " + event.key));
        assertThat(byKey)
                .isNotEmpty()
                .allSatisfy((_, events) -> assertThat(events)
                        .extracting(event -> event.value.at("/head/sequence").asInt())
                        .isEqualTo(
                                IntStream.rangeClosed(1, events.size()).boxed().toList()));
        Map<String, List<Event>> byObject =
                read.stream().collect(Collectors.groupingBy(event -> event.topic + " " + event.head("aggregateId")));
        assertThat(byObject)
                .allSatisfy((_, events) -> assertThat(events)
                        .extracting(event -> event.value.at("/head/version").asInt())
                        .isEqualTo(
                                IntStream.rangeClosed(1, events.size()).boxed().toList()));
    }

    private List<Event> of(String type, Object of) {
        return read.stream()
                .filter(event ->
                        event.type.equals(type) && event.value.toString().contains(of.toString()))
                .toList();
    }

    private Records poll() {
        consumer.poll(POLL).forEach(record -> read.add(event(record)));
        return this;
    }

    /** The Confluent wire format: a zero byte, the schema's id in four bytes, the Avro body. */
    private Event event(ConsumerRecord<String, byte[]> record) {
        ByteBuffer frame = ByteBuffer.wrap(record.value());
        assertThat(frame.get()).isZero();
        Schema schema = schemas.computeIfAbsent(frame.getInt(), this::schema);
        try {
            GenericRecord value = new GenericDatumReader<GenericRecord>(schema)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(record.value(), frame.position(), frame.remaining(), null));
            return new Event(record.topic(), record.key(), schema.getName(), JSON.readTree(value.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Schema schema(int id) {
        try {
            return new Schema.Parser()
                    .parse(JSON.readTree(
                                    URI.create(registry + "/schemas/ids/" + id).toURL())
                            .get("schema")
                            .asText());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
