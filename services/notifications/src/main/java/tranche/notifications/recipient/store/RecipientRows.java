package tranche.notifications.recipient.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.recipient.domain.Recipient;

/** The table {@code recipient}. */
public final class RecipientRows {

    private static final String LOAD = "select * from recipient where recipient_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into recipient (recipient_id, version, effective_date, recorded_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::date[], ?::timestamptz[])
            """;

    private RecipientRows() {}

    /** Those of these that are recipients, by their ids. */
    public static Map<UUID, Recipient> load(Connection connection, Collection<UUID> ids) throws SQLException {
        return Query.list(
                        connection,
                        LOAD,
                        select -> Bind.<UUID>rows(select, ids).uuid(id -> id),
                        row -> new Recipient(Rows.id(row, "recipient_id"), Rows.version(row)))
                .stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
    }

    public static void save(Connection connection, List<Recipient> recipients) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            Bind.<Recipient>rows(insert, recipients)
                    .uuid(Recipient::id)
                    .bigint(one -> one.version().number())
                    .date(one -> one.version().effectiveDate())
                    .instant(one -> Rows.at(one.version().recordedAt()));
            insert.executeUpdate();
        }
    }
}
