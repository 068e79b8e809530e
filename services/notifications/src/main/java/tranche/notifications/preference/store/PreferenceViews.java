package tranche.notifications.preference.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.writer.Unavailable;
import tranche.notifications.preference.domain.PreferenceFile;
import tranche.notifications.recipient.store.RecipientViews;

/** A recipient's own preferences. */
@Singleton
public class PreferenceViews {

    private final DataSource dataSource;

    PreferenceViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the recipient has said; where it has said nothing, what holds then. */
    public PreferenceFile of(UUID recipient) {
        try (Connection connection = dataSource.getConnection()) {
            return new PreferenceFile(
                    RecipientViews.file(connection, recipient),
                    Objects.requireNonNull(
                            PreferenceRows.load(connection, Set.of(recipient)).get(recipient)));
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }
}
