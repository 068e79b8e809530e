package tranche.notifications.subscription.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.subscription.domain.Content;
import tranche.notifications.subscription.domain.Range;
import tranche.web.body.Body;

/** What a body says of a subscription. */
final class SubscriptionFields {

    static final String REGION = "region";

    /** Characters of a region's name. */
    private static final int MOST_REGION = 100;

    private SubscriptionFields() {}

    static Content content(Body body) {
        Range range = range(body.object("scope"));
        Set<AlertType> types = types(body);
        Set<Channel> channels = new HashSet<>(body.eachOneOf("channels", 1, Channel.values().length, Channel.class));
        return new Content(range, types, channels, body.optionalOneOf("digest", Digest.class), quietHours(body));
    }

    /** One thing, one region, or nothing in particular. */
    private static Range range(Body scope) {
        List<Range> ranges = new ArrayList<>();
        for (Range.Kind kind : Range.Kind.values()) {
            scope.optionalUuid(kind.field()).ifPresent(id -> ranges.add(new Range.Thing(kind, id)));
        }
        scope.optionalText(REGION, MOST_REGION).ifPresent(name -> ranges.add(new Range.Region(name)));
        if (ranges.size() > 1) {
            String second =
                    ranges.get(1) instanceof Range.Thing thing ? thing.kind().field() : REGION;
            scope.find(second, "one-of-several");
        }
        return ranges.isEmpty() ? new Range.Everything() : ranges.getFirst();
    }

    private static Optional<QuietHours> quietHours(Body body) {
        return body.optionalObject("quietHours").map(part -> new QuietHours(part.time("from"), part.time("to")));
    }

    private static Set<AlertType> types(Body body) {
        Map<String, Optional<AlertType>> names = new HashMap<>();
        names.put(SubscriptionAnswers.EVERY_TYPE, Optional.empty());
        AlertType.byCode().forEach((code, type) -> names.put(code, Optional.of(type)));
        List<Optional<AlertType>> named = body.eachOneOf("types", 1, names.size(), names);
        if (named.contains(Optional.<AlertType>empty())) {
            return Set.of();
        }
        Set<AlertType> types = new HashSet<>();
        named.forEach(type -> type.ifPresent(types::add));
        return types;
    }
}
