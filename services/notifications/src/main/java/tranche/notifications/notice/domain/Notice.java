package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.values.register.NameId;

/**
 * What one event has to say, before it is known who hears it. Each recipient of its audience gets one alert of it (rule
 * N-1).
 *
 * @param cause id of the event
 * @param event full name of its record
 * @param recordedAt when it was recorded: whoever held a grant then is told
 * @param parts what of its subject it speaks of; none where it speaks of the whole
 * @param figures what fills the gaps of its text, by the gaps' names
 */
public record Notice(
        AlertType type,
        UUID cause,
        String event,
        Instant recordedAt,
        Subject subject,
        Audience audience,
        Set<UUID> parts,
        Map<String, Figure> figures) {

    public Notice {
        parts = Set.copyOf(parts);
        figures = Map.copyOf(figures);
    }

    /** The same for the same event and type, whenever it is read. */
    public UUID id() {
        return NameId.of("notice:" + type.code() + ":" + cause);
    }

    /** The id of a recipient's alert. */
    public static UUID alertId(UUID recipient, AlertType type, UUID cause) {
        return NameId.of("alert:" + recipient + ":" + type.code() + ":" + cause);
    }
}
