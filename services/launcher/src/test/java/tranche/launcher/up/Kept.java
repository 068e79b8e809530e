package tranche.launcher.up;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What an all-in-one keeps, read past it: the databases as their server's superuser, the topics as the reader. */
public record Kept(Path data, int port) {

    private static final int POSTGRES = 33;
    private static final int PARTITIONS = 12;

    /** A record of a topic, as far as its place goes. */
    public record Sent(String key, String type, String eventId) {}

    /** The first column of a query's rows, as text. */
    public List<String> ask(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does something to a database behind its service's back. */
    public void tamper(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (port + POSTGRES) + "/" + database,
                "postgres",
                secret("postgres.postgres"));
    }

    /** All records of a topic that are there now, partition by partition, in their order. */
    public List<Sent> sent(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>copyOf(reader()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Sent> sent = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> sent.add(sent(record)));
            }
            return sent;
        }
    }

    private static Sent sent(ConsumerRecord<String, byte[]> record) {
        return new Sent(record.key(), header(record, "ce_type"), header(record, "ce_id"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The settings of a client that may read the topics, and nothing else. */
    public Map<String, String> reader() {
        Properties properties = properties("kafka-client.properties");
        Map<String, String> reader = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> reader.put(name, properties.getProperty(name)));
        return reader;
    }

    public String secret(String name) {
        return properties("secrets").getProperty(name);
    }

    private Properties properties(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(data.resolve(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }
}
