package tranche.notifications.subscription.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Slot;

/**
 * How what one slip has moved becomes one mail: a site that is late moves the milestones behind it and the calls that wait for
 * them, and whoever is told of each is not mailed of each. They are known by the command that they all follow from. In the portal,
 * on its stream and to programs each of them is told by itself (rule N-1).
 *
 * @param pause how long a mail waits for the others after the first; not negative
 */
public record SlipMails(Duration pause) {

    /** What of a slip is told. */
    private static final Set<AlertType> TYPES = EnumSet.of(AlertType.MS_05, AlertType.MS_06, AlertType.FC_01);

    /** Mails of one slip that gather; whatever comes when all of them are gone comes by itself. */
    private static final int MOST = 5;

    public SlipMails {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause of " + pause);
        }
    }

    /**
     * The mails that may gather an alert which is to be sent at once.
     *
     * @param sendAt when the mail that it begins may be sent
     * @return none where it is of no slip, or where nobody knows which
     */
    List<Slot> slots(Reached reached, Instant sendAt) {
        return reached.correlation().filter(_ -> TYPES.contains(reached.type())).stream()
                .flatMap(slip -> IntStream.rangeClosed(1, MOST).mapToObj(number -> Slot.ofSlip(slip, number, sendAt)))
                .toList();
    }
}
