package tranche.notifications.preference.domain;

import java.util.Set;
import tranche.notifications.notice.domain.Channel;

/** How a recipient wants to hear of one type of alert; no channel mutes it. */
public record Choice(Set<Channel> channels, Digest digest) {

    public Choice {
        channels = Set.copyOf(channels);
    }
}
