package tranche.notifications.subject.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            dataSource,
                            OF,
                            select -> Bind.<UUID>rows(select, ids).uuid(id -> id),
                            row -> Map.entry(Rows.id(row, "id"), row.getString("name")))
                    .forEach(one -> names.put(one.getKey(), one.getValue()));
        }
        return names;
    }
}
