package tranche.notifications.subscription.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.subscription.domain.Content;
import tranche.notifications.subscription.domain.Range;
import tranche.notifications.subscription.domain.Subscription;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Subscriptions as callers get them. */
final class SubscriptionAnswers {

    /** What stands for every type. */
    static final String EVERY_TYPE = "*";

    /** The columns of a list that leaves as a file. */
    static final Table<Subscription> TABLE = new Table<>(
            "subscriptions",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.code("state", Subscription::state),
                    Column.text("scope", row -> Optional.of(field(row.content().range()))),
                    Column.text("about", row -> Optional.of(name(row.content().range()))),
                    Column.text("types", row -> Optional.of(String.join(" ", types(row.content())))),
                    Column.text(
                            "channels",
                            row -> Optional.of(channels(row.content()).stream()
                                    .map(Channel::name)
                                    .collect(Collectors.joining(" ")))),
                    Column.instant("createdAt", row -> Optional.of(row.createdAt()))));

    private SubscriptionAnswers() {}

    static JsonObject json(Subscription subscription) {
        Content content = subscription.content();
        return JsonObject.empty()
                .put("id", subscription.id())
                .put("recipientId", subscription.recipient())
                .put("state", subscription.state())
                .put(
                        "allowed",
                        subscription.allowed().stream()
                                .map(Subscription.Step::command)
                                .toList())
                .put("scope", scope(content.range()))
                .put("types", types(content))
                .put("channels", channels(content))
                .put("digest", content.digest())
                .put("quietHours", quietHours(content))
                .put("createdAt", subscription.createdAt())
                .put("version", subscription.version().number());
    }

    private static Optional<JsonObject> quietHours(Content content) {
        return content.quietHours()
                .map(hours -> JsonObject.empty()
                        .put("from", hours.from().toString())
                        .put("to", hours.to().toString()));
    }

    private static JsonObject scope(Range range) {
        return range instanceof Range.Everything
                ? JsonObject.empty()
                : JsonObject.empty().put(field(range), name(range));
    }

    private static String field(Range range) {
        return switch (range) {
            case Range.Everything _ -> "";
            case Range.Region _ -> SubscriptionFields.REGION;
            case Range.Thing thing -> thing.kind().field();
        };
    }

    private static String name(Range range) {
        return switch (range) {
            case Range.Everything _ -> "";
            case Range.Region region -> region.name();
            case Range.Thing thing -> thing.id().toString();
        };
    }

    private static List<String> types(Content content) {
        return content.types().isEmpty()
                ? List.of(EVERY_TYPE)
                : content.types().stream().sorted().map(AlertType::code).toList();
    }

    private static List<Channel> channels(Content content) {
        return content.channels().stream().sorted().toList();
    }
}
