package tranche.notifications.subscription.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Severity;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.Wishes;

/** How a recipient is told of what reaches him: by his wishes, by what he asked for, and never less than is mandatory. */
public final class Telling {

    private Telling() {}

    /**
     * Decides it.
     *
     * @param zone of the recipient: its quiet hours and mornings are meant in it
     * @param wanted what the recipient's subscriptions that cover it say
     * @param now when he is told
     */
    public static Told of(Reached reached, Wishes wishes, ZoneId zone, List<Content> wanted, Instant now) {
        AlertType type = reached.type();
        Choice choice = wishes.choice(type, reached.toldAs());
        if (type.isMandatoryFor(reached.toldAs())) {
            return new Told(choice.channels(), now);
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (!reached.toldAs().isEmpty()) {
            channels.addAll(type.channels());
        }
        wanted.forEach(content -> channels.addAll(content.channels()));
        channels.retainAll(choice.channels());
        if (type.severity() == Severity.CRITICAL) {
            return new Told(channels, now);
        }
        When when = when(reached, wishes, zone, wanted, now);
        return new Told(channels, when.sendAt(), when.digests());
    }

    /**
     * When something may be sent.
     *
     * @param sendAt by itself: programs take things as they come, so what is gathered for a reader does not wait for them
     * @param toldAt together with others, where it is gathered
     * @param digests what gathers it; the second takes what comes while the first is being sent
     */
    private record When(Instant sendAt, Instant toldAt, List<Slot> digests) {}

    /** Where several say it, the one that lets it go first. */
    private static When when(Reached reached, Wishes wishes, ZoneId zone, List<Content> wanted, Instant now) {
        Digest usual = wishes.choice(reached.type(), reached.toldAs()).digest();
        List<When> said = new ArrayList<>();
        if (wanted.isEmpty() || !reached.toldAs().isEmpty()) {
            said.add(when(zone, usual, wishes.quietHours(), now));
        }
        wanted.forEach(content -> said.add(
                when(zone, content.digest().orElse(usual), content.quietHours().or(wishes::quietHours), now)));
        When first = Collections.min(said, Comparator.comparing(When::toldAt));
        Instant sendAt =
                Collections.min(said, Comparator.comparing(When::sendAt)).sendAt();
        return new When(sendAt, first.toldAt(), first.digests());
    }

    private static When when(ZoneId zone, Digest digest, Optional<QuietHours> quietHours, Instant now) {
        Instant sendAt = awake(now, zone, quietHours);
        if (digest == Digest.NONE) {
            return new When(sendAt, sendAt, List.of());
        }
        Instant toldAt = awake(digest.at(now, zone), zone, quietHours);
        Instant next = awake(digest.at(toldAt.plusSeconds(1), zone), zone, quietHours);
        return new When(
                sendAt,
                toldAt,
                List.of(new Slot(digest.key(toldAt, zone), toldAt), new Slot(digest.key(next, zone), next)));
    }

    private static Instant awake(Instant due, ZoneId zone, Optional<QuietHours> quietHours) {
        return quietHours.map(hours -> hours.sendAt(due, zone)).orElse(due);
    }
}
