package tranche.notifications.email.store;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.notice.domain.AlertType;

/** Mails as their links name them. */
@Singleton
public class LetterViews {

    private static final String OF_DELIVERY = """
            select d.recipient_id, array_agg(distinct n.type) as types
              from delivery d
              left join digest_item i on i.delivery_id = d.delivery_id
              join alert a on a.alert_id = coalesce(d.alert_id, i.alert_id)
              join notice n on n.notice_id = a.notice_id
             where d.delivery_id = ? and d.channel = 'EMAIL'
             group by d.recipient_id
            """;

    private final DataSource dataSource;

    LetterViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whose mail something is, and of which types. */
    public record Kind(UUID recipient, Set<AlertType> types) {
        public Kind {
            types = Set.copyOf(types);
        }
    }

    /** Whose mail a delivery is; empty where it is the mail of no alert. */
    public Optional<Kind> ofDelivery(UUID delivery) {
        return Query.list(
                        dataSource,
                        OF_DELIVERY,
                        select -> select.setObject(1, delivery),
                        row -> new Kind(Rows.id(row, "recipient_id"), types(row.getArray("types"))))
                .stream()
                .findFirst();
    }

    private static Set<AlertType> types(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(AlertType::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
