package tranche.notifications.subject.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** What things are called, for texts about them. */
@Singleton
public class NameViews {

    private static final String OF = "select id, name from known_name where id = any(?::uuid[])";

    private final DataSource dataSource;

    NameViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those names of these that were told by now. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(Query.list(dataSource, OF, binding(ids), NameViews::name));
    }

    /** The same within a transaction. */
    public static Map<UUID, String> of(Connection connection, Collection<UUID> ids) throws SQLException {
        return ids.isEmpty() ? Map.of() : byId(Query.list(connection, OF, binding(ids), NameViews::name));
    }

    private static Query.Binding binding(Collection<UUID> ids) {
        return select -> Bind.<UUID>rows(select, ids).uuid(id -> id);
    }

    private static Map.Entry<UUID, String> name(ResultSet row) throws SQLException {
        return Map.entry(Rows.id(row, "id"), row.getString("name"));
    }

    private static Map<UUID, String> byId(List<Map.Entry<UUID, String>> names) {
        return names.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
