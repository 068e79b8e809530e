package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How somebody is told of a notice.
 *
 * @param channels none where it is muted
 * @param sendAt from when on it may be sent by itself; in the portal it stands at once
 * @param digests mails in which it may be gathered, the first that takes it; none where it goes by itself from the beginning
 */
public record Told(Set<Channel> channels, Instant sendAt, List<Slot> digests) {

    public Told {
        channels = Set.copyOf(channels);
        digests = List.copyOf(digests);
    }

    /** By itself. */
    public Told(Set<Channel> channels, Instant sendAt) {
        this(channels, sendAt, List.of());
    }
}
