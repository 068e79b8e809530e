package tranche.notifications.preference.api;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.Wishes;
import tranche.web.body.Body;
import tranche.web.json.JsonObject;

/** What a recipient wants, as bodies and answers have it. */
final class PreferenceFields {

    private PreferenceFields() {}

    static Wishes wishes(Body body) {
        return new Wishes(quietHours(body), choices(body));
    }

    /** The part {@code quietHours}, if it is there. */
    private static Optional<QuietHours> quietHours(Body body) {
        return body.optionalObject("quietHours").map(part -> new QuietHours(part.time("from"), part.time("to")));
    }

    /** Quiet hours as answers have them. */
    static Optional<JsonObject> json(Optional<QuietHours> quietHours) {
        return quietHours.map(hours -> JsonObject.empty()
                .put("from", hours.from().toString())
                .put("to", hours.to().toString()));
    }

    private static Map<AlertType, Choice> choices(Body body) {
        Map<String, AlertType> types = AlertType.byCode();
        Map<AlertType, Choice> choices = new EnumMap<>(AlertType.class);
        for (Body item : body.objects("items", 0, types.size())) {
            AlertType type = item.oneOf("type", types);
            // Said in an answer, and taken back as it was said: who reads, changes one switch and writes sends it
            // along.
            var _ = item.optionalFlag("mandatory");
            Choice choice = new Choice(
                    channels(item.object("channels")),
                    item.optionalOneOf("digest", Digest.class).orElse(Digest.NONE));
            if (choices.put(type, choice) != null) {
                item.find("type", "duplicate-item");
            }
        }
        return choices;
    }

    private static Set<Channel> channels(Body switches) {
        Set<Channel> on = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (switches.flag(channel.name())) {
                on.add(channel);
            }
        }
        return on;
    }
}
