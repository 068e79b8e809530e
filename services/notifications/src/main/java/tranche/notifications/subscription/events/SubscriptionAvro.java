package tranche.notifications.subscription.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.flow.writer.Outgoing;
import tranche.notifications.SubscriptionChanged;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.subscription.domain.Content;
import tranche.notifications.subscription.domain.Range;
import tranche.notifications.subscription.domain.Subscription;

/** Subscriptions as Avro records. */
public final class SubscriptionAvro {

    private SubscriptionAvro() {}

    /** @param after the subscription right after its event */
    public static Outgoing of(Subscription after) {
        Content content = after.content();
        return new Outgoing(
                "subscription",
                after.id(),
                after.version().number(),
                after.version().effectiveDate(),
                head -> SubscriptionChanged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setSubscriptionId(after.id())
                        .setProgrammeId(thing(content.range(), Range.Kind.PROGRAMME))
                        .setFundId(thing(content.range(), Range.Kind.FUND))
                        .setProjectId(thing(content.range(), Range.Kind.PROJECT))
                        .setInvestorId(thing(content.range(), Range.Kind.INVESTOR))
                        .setMilestoneId(thing(content.range(), Range.Kind.MILESTONE))
                        .setRegion(content.range() instanceof Range.Region(String name) ? name : null)
                        .setTypes(types(content))
                        .setChannels(content.channels().stream()
                                .sorted()
                                .map(Channel::name)
                                .toList())
                        .setDigest(content.digest().map(Enum::name).orElse(null))
                        .setState(after.state().name())
                        .build());
    }

    private static List<String> types(Content content) {
        return content.types().stream().sorted().map(AlertType::code).toList();
    }

    private static @Nullable UUID thing(Range range, Range.Kind kind) {
        return range instanceof Range.Thing(Range.Kind named, UUID id) && named == kind ? id : null;
    }
}
