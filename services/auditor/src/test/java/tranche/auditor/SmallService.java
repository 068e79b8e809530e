package tranche.auditor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tranche.Head;
import tranche.auditor.event.Hashes;
import tranche.portal.PersonLinked;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;

/**
 * A service made by hand: the tables that every service has, by the migration that makes them, and a topic. Its events are
 * written and sent one at a time, so that a test can leave one out or send another.
 */
final class SmallService implements AutoCloseable {

    private static final Path MIGRATION = Path.of("../kernel/flow/src/main/resources/tranche/flow/db/V0001__flow.sql");
    private static final int SCHEMA_ID = 7;
    private static final int PARTITIONS = 12;
    private static final Instant AT = Instant.parse("2026-03-31T09:00:00.123456Z");

    /** The one consumer. */
    static final String CONSUMER = "reader";

    /** An event as it was written. */
    record Written(UUID id, UUID key, long sequence, byte[] payload) {}

    private final TestDatabase database = TestDatabase.create("audited");
    private final String name = database.user().replace('_', '-');
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>copyOf(TestBroker.properties()), new ByteArraySerializer(), new ByteArraySerializer());
    private final Map<UUID, Written> last = new HashMap<>();
    private final Map<UUID, byte[]> hashes = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();

    SmallService() throws Exception {
        String migration = Files.readString(MIGRATION).replace("${service_role}", database.user());
        execute(migration);
        byte[] fingerprint = SchemaNormalization.parsingFingerprint("SHA-256", PersonLinked.getClassSchema());
        try (Connection connection = database.asOwner();
                PreparedStatement insert =
                        connection.prepareStatement("insert into event_schema values (?, ?, ?, ?)")) {
            insert.setBytes(1, fingerprint);
            insert.setString(2, PersonLinked.class.getName());
            insert.setString(3, PersonLinked.getClassSchema().toString());
            insert.setInt(4, SCHEMA_ID);
            insert.executeUpdate();
        }
        try (Admin admin = Admin.create(Map.<String, Object>copyOf(TestBroker.properties()))) {
            // Kept for ever as the services' topics are: these records are of a day long past, which a broker soon
            // deletes.
            admin.createTopics(
                            List.of(new NewTopic(topic(), PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
    }

    String topic() {
        return name + ".events";
    }

    String table(String table) {
        return name + "." + table;
    }

    Report verify() {
        return Auditor.verify(new Settings(
                Map.of(name, new Settings.Login(database.url(), database.owner(), database.ownerPassword())),
                TestBroker.properties()));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes the next event of a key, as the writer does. */
    Written write(UUID key) throws Exception {
        long sequence =
                Optional.ofNullable(last.get(key)).map(Written::sequence).orElse(0L) + 1;
        PersonLinked event = event(key, sequence);
        Written written = new Written(event.getHead().getEventId(), key, sequence, bytes(event));
        byte[] fingerprint = SchemaNormalization.parsingFingerprint("SHA-256", PersonLinked.getClassSchema());
        byte[] previous = Optional.ofNullable(hashes.get(key)).orElseGet(Hashes::genesis);
        byte[] id = ByteBuffer.allocate(16)
                .putLong(written.id().getMostSignificantBits())
                .putLong(written.id().getLeastSignificantBits())
                .array();
        byte[] hash = Hashes.sha256(
                previous, id, PersonLinked.class.getName().getBytes(UTF_8), fingerprint, written.payload());
        insert(event, written, fingerprint, previous, hash);
        last.put(key, written);
        hashes.put(key, hash);
        return written;
    }

    private static PersonLinked event(UUID key, long sequence) {
        Head head = Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(key)
                .setVersion(sequence)
                .setSequence(sequence)
                .setEffectiveDate(LocalDate.of(2026, 3, 31))
                .setRecordedAt(AT)
                .setActorId(key)
                .setCausationId(null)
                .setCorrelationId(key)
                .build();
        return PersonLinked.newBuilder()
                .setHead(head)
                .setAccountId(key)
                .setPersonId(UUID.randomUUID())
                .build();
    }

    private static byte[] bytes(PersonLinked event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        SpecificData model = SpecificData.getForClass(PersonLinked.class);
        new SpecificDatumWriter<PersonLinked>(event.getSchema(), model).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private void insert(PersonLinked event, Written written, byte[] fingerprint, byte[] previous, byte[] hash)
            throws SQLException {
        try (Connection connection = database.asOwner();
                PreparedStatement row = connection.prepareStatement("insert into event (event_id, key, key_sequence,"
                        + " aggregate_type, aggregate_id, version, type, schema, payload, effective_date, recorded_at,"
                        + " actor, correlation_id, prev_hash, hash)"
                        + " values (?, ?, ?, 'account', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement head = connection.prepareStatement("insert into event_head values (?, ?, ?, ?)"
                        + " on conflict (key) do update set sequence = excluded.sequence, hash = excluded.hash")) {
            OffsetDateTime at = AT.atOffset(ZoneOffset.UTC);
            Object[] values = {
                written.id(),
                written.key(),
                written.sequence(),
                written.key(),
                written.sequence(),
                PersonLinked.class.getName(),
                fingerprint,
                written.payload(),
                event.getHead().getEffectiveDate(),
                at,
                written.key(),
                written.key(),
                previous,
                hash
            };
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
            row.executeUpdate();
            head.setObject(1, written.key());
            head.setLong(2, written.sequence());
            head.setBytes(3, hash);
            head.setObject(4, at);
            head.executeUpdate();
        }
    }

    /** The record that the relay makes of an event, to be sent as it is or changed first. */
    ProducerRecord<byte[], byte[]> record(Written written) {
        byte[] value = ByteBuffer.allocate(5 + written.payload().length)
                .put((byte) 0)
                .putInt(SCHEMA_ID)
                .put(written.payload())
                .array();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic(), null, AT.toEpochMilli(), written.key().toString().getBytes(US_ASCII), value);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", written.id().toString());
        headers.put("ce_type", PersonLinked.class.getName());
        headers.put("ce_source", "/tranche/" + name);
        headers.put("ce_subject", written.key().toString());
        headers.put("ce_time", AT.toString());
        headers.put("content-type", "application/avro");
        headers.forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
        return record;
    }

    void send(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        RecordMetadata sent = producer.send(record).get();
        ends.put(sent.partition(), sent.offset() + 1);
    }

    /** Writes and sends events of a key, and moves the relay's place behind them. */
    void tell(UUID key, int events) throws Exception {
        for (int i = 0; i < events; i++) {
            send(record(write(key)));
        }
        relayIsPast();
    }

    /** The relay says that it has sent everything that is written so far. */
    void relayIsPast() throws SQLException {
        execute("insert into relay_place select true, '1', 1, epoch, xid8, seq from event order by 4 desc, 5 desc, 6"
                + " desc limit 1 on conflict (one) do update set sent_epoch = excluded.sent_epoch, sent_xid8 ="
                + " excluded.sent_xid8, sent_seq = excluded.sent_seq");
    }

    /** The consumer has read the topic to its end and remembers these numbers. */
    void consumed(Map<UUID, Long> marks) throws SQLException {
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            execute("insert into inbox_offset values ('" + CONSUMER + "', '" + topic() + "', " + end.getKey() + ", "
                    + end.getValue() + ")");
        }
        for (Map.Entry<UUID, Long> mark : marks.entrySet()) {
            execute("insert into inbox_mark values ('" + CONSUMER + "', '" + topic() + "', '" + mark.getKey() + "', "
                    + mark.getValue() + ", null)");
        }
    }

    /** The consumer has put a record of the key aside and stopped the key. */
    void parked(UUID key, boolean withLetter) throws SQLException {
        execute("update inbox_mark set parked = 'failed' where key = '" + key + "'");
        if (withLetter) {
            execute("insert into dead_letter (id, consumer, topic, partition, record_offset, key, headers,"
                    + " record_value, reason, detail, attempts, parked_since) values"
                    + " (gen_random_uuid(), '" + CONSUMER
                    + "', '" + topic()
                    + "', 0, 0, '" + key + "', '[]', '', 'failed', '', 5, now())");
        }
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        database.drop();
    }
}
