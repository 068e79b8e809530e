package tranche.notifications.recipient.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.notice.domain.Channel;

/**
 * How an investor of a fund is told, by its contacts together: nobody of them is named.
 *
 * @param channels by which somebody is reached; whoever has an account finds it in the portal, the others have to work; none
 *     where the investor has no contact
 * @param languages in which its contacts are told, in order
 */
public record Reach(UUID investor, Set<Channel> channels, List<String> languages) {

    public Reach {
        channels = Set.copyOf(channels);
        languages = List.copyOf(languages);
    }
}
