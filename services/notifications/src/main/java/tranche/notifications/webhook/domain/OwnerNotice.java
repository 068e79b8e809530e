package tranche.notifications.webhook.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;

/** What the owner of an endpoint is told of it: that it has failed for an hour, and that it is disabled (domain §2.8). */
public final class OwnerNotice {

    private static final Set<Change> TOLD = EnumSet.of(Change.FAILING, Change.DISABLED);

    private OwnerNotice() {}

    /** Whether a change is told. */
    public static boolean isTold(Change change) {
        return TOLD.contains(change);
    }

    /**
     * The notice of a change; empty where it is not told.
     *
     * @param cause id of the event of the change
     * @param event full name of its record
     */
    public static Optional<Notice> of(Endpoint endpoint, Change change, UUID cause, String event, Instant recordedAt) {
        return isTold(change)
                ? Optional.of(new Notice(
                        AlertType.WH_01,
                        cause,
                        event,
                        recordedAt,
                        new Subject(Kind.WEBHOOK_ENDPOINT, endpoint.id()),
                        Audience.ofAccount(endpoint.owner()),
                        Set.of(),
                        Map.of(
                                "what", new Figure.Words(change.name()),
                                "host", new Figure.Words(endpoint.url().getHost()))))
                : Optional.empty();
    }
}
