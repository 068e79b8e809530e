package tranche.notifications.email.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.notice.domain.AlertType;

/** Mails as their links name them. */
@Singleton
public class LetterViews {

    private static final String OF_DELIVERY = """
            select d.recipient_id, n.type from delivery d
              join alert a on a.alert_id = d.alert_id
              join notice n on n.notice_id = a.notice_id
             where d.delivery_id = ? and d.channel = 'EMAIL'
            """;

    private final DataSource dataSource;

    LetterViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whose mail something is, and of which type. */
    public record Kind(UUID recipient, AlertType type) {}

    /** Whose mail a delivery is; empty where it is the mail of no alert. */
    public Optional<Kind> ofDelivery(UUID delivery) {
        return Query.list(
                        dataSource,
                        OF_DELIVERY,
                        select -> select.setObject(1, delivery),
                        row -> new Kind(Rows.id(row, "recipient_id"), AlertType.valueOf(row.getString("type"))))
                .stream()
                .findFirst();
    }
}
