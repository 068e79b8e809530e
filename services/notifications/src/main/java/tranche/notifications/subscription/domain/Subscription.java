package tranche.notifications.subscription.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tranche.values.register.Version;

/** That a recipient asks to be told of more than the catalogue tells him. */
public record Subscription(
        UUID id, UUID recipient, Content content, SubscriptionState state, Instant createdAt, Version version) {

    /** What a subscriber does about a subscription. */
    public enum Step {
        PAUSE("pause", SubscriptionState.PAUSED),
        RESUME("resume", SubscriptionState.ACTIVE),
        UNSUBSCRIBE("deletion", SubscriptionState.UNSUBSCRIBED);

        private final String command;
        private final SubscriptionState leadsTo;

        Step(String command, SubscriptionState leadsTo) {
            this.command = command;
            this.leadsTo = leadsTo;
        }

        /** Its name in the API. */
        public String command() {
            return command;
        }
    }

    /** What can be done about it. */
    public List<Step> allowed() {
        return switch (state) {
            case ACTIVE -> List.of(Step.PAUSE, Step.UNSUBSCRIBE);
            case PAUSED -> List.of(Step.RESUME, Step.UNSUBSCRIBE);
            case UNSUBSCRIBED -> List.of();
        };
    }

    Subscription after(SubscriptionEvent.Moved event, Instant recordedAt) {
        return new Subscription(
                id,
                recipient,
                content,
                event.step().leadsTo,
                createdAt,
                version.next(event.effectiveDate(), recordedAt));
    }
}
