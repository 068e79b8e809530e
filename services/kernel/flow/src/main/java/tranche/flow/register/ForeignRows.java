package tranche.flow.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.values.actor.ContentHash;
import tranche.values.register.ForeignIdentity;

/** What objects are called where they come from. */
public final class ForeignRows {

    private static final String FIND = """
            select f.source_system, f.external_ref, f.id, f.payload
              from foreign_identity f
              join unnest(?::text[], ?::text[]) as wanted(source_system, external_ref) using (source_system, external_ref)
             where f.collection = ?
            """;

    private static final String INSERT = """
            insert into foreign_identity (collection, source_system, external_ref, id, payload)
            select ?, * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[])
            """;

    /** An object under its foreign identity. */
    public record Row(ForeignIdentity identity, UUID id, ContentHash payload) {}

    private ForeignRows() {}

    /** The objects that are known under the identities. */
    public static Map<ForeignIdentity, Row> find(
            Connection connection, String collection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, Row> found = new HashMap<>();
        if (identities.isEmpty()) {
            return found;
        }
        List<Row> rows = Query.list(
                connection,
                FIND,
                select -> {
                    Bind.<ForeignIdentity>rows(select, identities)
                            .text(ForeignIdentity::sourceSystem)
                            .text(ForeignIdentity::externalRef);
                    select.setString(3, collection);
                },
                row -> new Row(
                        new ForeignIdentity(row.getString(1), row.getString(2)),
                        row.getObject(3, UUID.class),
                        new ContentHash(row.getString(4))));
        rows.forEach(row -> found.put(row.identity(), row));
        return found;
    }

    /** Keeps identities of new objects; one that is taken meanwhile fails as a unique violation. */
    public static void insert(Connection connection, String collection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, collection);
            Bind.<Row>rowsFrom(insert, 2, rows)
                    .text(row -> row.identity().sourceSystem())
                    .text(row -> row.identity().externalRef())
                    .uuid(Row::id)
                    .text(row -> row.payload().hex());
            insert.executeUpdate();
        }
    }
}
