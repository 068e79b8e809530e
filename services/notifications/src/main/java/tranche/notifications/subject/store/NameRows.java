package tranche.notifications.subject.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.notifications.subject.domain.Named;

/** The table {@code known_name}. */
public final class NameRows {

    private static final String KEEP = """
            insert into known_name (id, name) select * from unnest(?::uuid[], ?::text[])
            on conflict (id) do update set name = excluded.name
            """;

    private NameRows() {}

    /** Keeps the last name of each. */
    public static void keep(Connection connection, List<Named> names) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        Map<UUID, Named> last = new LinkedHashMap<>();
        names.forEach(named -> last.put(named.id(), named));
        Collection<Named> rows = last.values();
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Named>rows(insert, rows).uuid(Named::id).text(Named::name);
            insert.executeUpdate();
        }
    }
}
