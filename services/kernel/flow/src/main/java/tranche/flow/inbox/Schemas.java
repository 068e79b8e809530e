package tranche.flow.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import tranche.flow.wire.Registry;

/** Writers' schemas by the registry's id: from memory, else from the consumer's own table, else from the registry. */
final class Schemas {

    private static final String FIND = "select schema_json from inbox_schema where registry_id = ?";

    private static final String KEEP =
            "insert into inbox_schema (registry_id, schema_json) values (?, ?) on conflict do nothing";

    private final DataSource dataSource;
    private final Registry registry;
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

    Schemas(DataSource dataSource, Registry registry) {
        this.dataSource = dataSource;
        this.registry = registry;
    }

    /**
     * @return empty if the registry says that it knows no such schema
     * @throws tranche.flow.wire.RegistryAway if it does not answer
     */
    Optional<Schema> find(int id) throws SQLException, InterruptedException {
        Schema schema = known.get(id);
        if (schema != null) {
            return Optional.of(schema);
        }
        try (Connection connection = dataSource.getConnection()) {
            Optional<String> json = stored(connection, id);
            if (json.isEmpty()) {
                json = registry.schema(id);
                if (json.isPresent()) {
                    keep(connection, id, json.get());
                }
            }
            Optional<Schema> parsed = json.map(text -> new Schema.Parser().parse(text));
            parsed.ifPresent(found -> known.put(id, found));
            return parsed;
        }
    }

    private static Optional<String> stored(Connection connection, int id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setInt(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static void keep(Connection connection, int id, String json) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setInt(1, id);
            insert.setString(2, json);
            insert.executeUpdate();
        }
    }
}
