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
     * @param slips how what one slip has moved becomes one mail
     * @param now when he is told
     */
    public static Told of(
            Reached reached, Wishes wishes, ZoneId zone, List<Content> wanted, SlipMails slips, Instant now) {
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
        When when = when(reached, wishes, new Moment(zone, slips, now), wanted);
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

    /**
     * What is told now, and to whom.
     *
     * @param zone of the recipient
     */
    private record Moment(ZoneId zone, SlipMails slips, Instant now) {

        Instant awake(Instant due, Optional<QuietHours> quietHours) {
            return quietHours.map(hours -> hours.sendAt(due, zone)).orElse(due);
        }
    }

    /** Where several say it, the one that lets it go first. */
    private static When when(Reached reached, Wishes wishes, Moment moment, List<Content> wanted) {
        Digest usual = wishes.choice(reached.type(), reached.toldAs()).digest();
        List<When> said = new ArrayList<>();
        if (wanted.isEmpty() || !reached.toldAs().isEmpty()) {
            said.add(when(reached, moment, usual, wishes.quietHours()));
        }
        wanted.forEach(content -> said.add(when(
                reached,
                moment,
                content.digest().orElse(usual),
                content.quietHours().or(wishes::quietHours))));
        When first = Collections.min(said, Comparator.comparing(When::toldAt));
        Instant sendAt =
                Collections.min(said, Comparator.comparing(When::sendAt)).sendAt();
        return new When(sendAt, first.toldAt(), first.digests());
    }

    private static When when(Reached reached, Moment moment, Digest digest, Optional<QuietHours> quietHours) {
        Instant sendAt = moment.awake(moment.now(), quietHours);
        if (digest == Digest.NONE) {
            Instant together = moment.awake(moment.now().plus(moment.slips().pause()), quietHours);
            List<Slot> slots = moment.slips().slots(reached, together);
            return new When(sendAt, slots.isEmpty() ? sendAt : together, slots);
        }
        ZoneId zone = moment.zone();
        Instant toldAt = moment.awake(digest.at(moment.now(), zone), quietHours);
        Instant next = moment.awake(digest.at(toldAt.plusSeconds(1), zone), quietHours);
        return new When(
                sendAt,
                toldAt,
                List.of(new Slot(digest.key(toldAt, zone), toldAt), new Slot(digest.key(next, zone), next)));
    }
}
