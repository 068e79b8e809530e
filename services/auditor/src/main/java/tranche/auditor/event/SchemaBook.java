package tranche.auditor.event;

import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParseException;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/** The schemas that a service's events were written with, by fingerprint and by the registry's id. */
public final class SchemaBook {

    private static final String SCHEMAS =
            "select fingerprint, type, schema_json, coalesce(registry_id, 0) as registry_id from event_schema";

    private final Map<String, Schema> byFingerprint = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, Schema> byId = new HashMap<>();

    private SchemaBook() {}

    /** Reads the table and checks that each schema has the fingerprint and the name that it goes by. */
    public static SchemaBook read(Snapshot snapshot, Findings findings) throws SQLException {
        SchemaBook book = new SchemaBook();
        String table = snapshot.table("event_schema");
        snapshot.each(SCHEMAS, row -> {
            byte[] fingerprint = row.bytes("fingerprint");
            try {
                Schema schema = new Schema.Parser().parse(row.text("schema_json"));
                byte[] computed = fingerprint(schema);
                if (!Arrays.equals(computed, fingerprint)) {
                    findings.add(Check.A03, table, row.text("type"), fingerprint, computed);
                }
                if (!schema.getFullName().equals(row.text("type"))) {
                    findings.add(Check.A03, table, fingerprint, row.text("type"), schema.getFullName());
                }
                book.add(fingerprint, schema, (int) row.number("registry_id"));
            } catch (SchemaParseException broken) {
                findings.add(Check.A03, table, row.text("type"), "an Avro schema", broken.getMessage());
            }
        });
        return book;
    }

    private void add(byte[] fingerprint, Schema schema, int registryId) {
        String name = HexFormat.of().formatHex(fingerprint);
        byFingerprint.put(name, schema);
        if (registryId > 0) {
            ids.put(name, registryId);
            byId.put(registryId, schema);
        }
    }

    /** Learns what the service has stored meanwhile: a schema's id comes with its first record. */
    public void refresh(Snapshot later) throws SQLException {
        later.each(
                SCHEMAS,
                row -> add(row.bytes("fingerprint"), new Schema.Parser().parse(row.text("schema_json")), (int)
                        row.number("registry_id")));
    }

    public Optional<Schema> of(byte[] fingerprint) {
        return Optional.ofNullable(byFingerprint.get(HexFormat.of().formatHex(fingerprint)));
    }

    /** The registry's id that records of the schema must bear. */
    public Optional<Integer> idOf(byte[] fingerprint) {
        return Optional.ofNullable(ids.get(HexFormat.of().formatHex(fingerprint)));
    }

    /** The schema that a record's frame names. */
    public Optional<Schema> of(int registryId) {
        return Optional.ofNullable(byId.get(registryId));
    }

    private static byte[] fingerprint(Schema schema) {
        try {
            return SchemaNormalization.parsingFingerprint("SHA-256", schema);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
