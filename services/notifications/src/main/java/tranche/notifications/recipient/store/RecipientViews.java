package tranche.notifications.recipient.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.writer.Unavailable;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.values.actor.Actor;

/** Recipients as callers may see them. */
@Singleton
public class RecipientViews {

    private static final String OF_LINK = "select recipient_id from recipient where link_hash = ?";

    private final DataSource dataSource;

    RecipientViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A recipient and who may say something of it. */
    public RecipientFile file(UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            return file(connection, id);
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    /** The same on a connection that reads something beside it. */
    public static RecipientFile file(Connection connection, UUID id) throws SQLException {
        return new RecipientFile(
                Optional.ofNullable(RecipientRows.load(connection, List.of(id)).get(id)),
                GrantRows.held(connection, List.of(id)).getOrDefault(id, List.of()));
    }

    /** The recipient, for whom it is to be seen. */
    public Optional<Recipient> one(Actor actor, UUID id) {
        RecipientFile file = file(id);
        return file.isOpenTo(actor, id) ? file.recipient() : Optional.empty();
    }

    /** Whose confirmation mail has the token of this hash; empty where it opens nothing any more. */
    public Optional<UUID> ofLink(String hash) {
        return Query.list(dataSource, OF_LINK, select -> select.setString(1, hash), row -> Rows.id(row, "recipient_id"))
                .stream()
                .findFirst();
    }
}
