package tranche.notifications.subscription.domain;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to a subscription. */
public sealed interface SubscriptionEvent {

    UUID id();

    LocalDate effectiveDate();

    record Subscribed(UUID id, UUID recipient, Content content, LocalDate effectiveDate) implements SubscriptionEvent {}

    record Moved(UUID id, Subscription.Step step, LocalDate effectiveDate) implements SubscriptionEvent {}
}
