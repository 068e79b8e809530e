package tranche.notifications.notice.domain;

import java.time.Instant;
import java.util.Set;

/**
 * How somebody is told of a notice.
 *
 * @param channels none where it is muted
 * @param sendAt from when on it may be sent; in the portal it stands at once
 */
public record Told(Set<Channel> channels, Instant sendAt) {

    public Told {
        channels = Set.copyOf(channels);
    }
}
