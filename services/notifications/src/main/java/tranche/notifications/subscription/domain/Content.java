package tranche.notifications.subscription.domain;

import java.util.Optional;
import java.util.Set;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;

/**
 * What a subscriber wants to hear of, and how.
 *
 * @param types none stands for every type
 * @param channels at least one; a channel that the catalogue does not have for a type is not used for it
 * @param digest how often; the subscriber's preferences where none is given
 * @param quietHours of this subscription; the subscriber's preferences where none are given
 */
public record Content(
        Range range,
        Set<AlertType> types,
        Set<Channel> channels,
        Optional<Digest> digest,
        Optional<QuietHours> quietHours) {

    public Content {
        types = Set.copyOf(types);
        channels = Set.copyOf(channels);
    }
}
