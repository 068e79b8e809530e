package tranche.notifications.subscription.domain;

import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Access;

/** What a recipient can ask of its subscriptions. */
public sealed interface SubscriptionCommand {

    UUID id();

    /** @param access what the subscriber may see: of what he may not, there is nothing to subscribe to */
    record Subscribe(UUID id, Content content, Access access) implements SubscriptionCommand {}

    record Move(UUID id, Subscription.Step step, OptionalLong ifMatch) implements SubscriptionCommand {}
}
