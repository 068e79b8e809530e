package tranche.launcher.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tranche.engines.broker.KafkaLogin;
import tranche.launcher.node.NodeProject.Ended;

/**
 * Reads a topic as an outsider would: in JavaScript, with public clients for Kafka and for the registry.
 *
 * @param login of a user who may read the topic
 * @param registry base of Confluent's API, without a slash at its end
 */
public record NodeReader(KafkaLogin login, URI registry) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** For a broker that does not answer or a topic that never falls silent. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Counted from the moment when the reader has its partitions; a fetch on a busy machine takes less. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /**
     * Reads from the beginning until so many records have come, or none comes any more.
     *
     * @return at most {@code count} records, in order within each key: {@code partition}, {@code offset}, {@code key},
     *     {@code headers}, {@code type} (full record name) and {@code value}, with decimals, dates and instants as strings
     * @throws IllegalStateException if the topic cannot be read
     */
    public List<JsonNode> read(String topic, int count) {
        Ended ended = NodeProject.run(
                "read.mjs",
                List.of(
                        "--bootstrap", login.bootstrap(),
                        "--username", login.username(),
                        "--registry", registry.toString(),
                        "--topic", topic,
                        "--count", String.valueOf(count),
                        "--idle", String.valueOf(SILENCE.toMillis())),
                Map.of("KAFKA_PASSWORD", login.password()),
                "",
                LIMIT);
        if (ended.status() != 0) {
            throw new IllegalStateException("the reader ended with " + ended.status() + ": " + ended.errors());
        }
        return ended.lines().stream().map(NodeReader::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("not JSON: " + line, broken);
        }
    }
}
