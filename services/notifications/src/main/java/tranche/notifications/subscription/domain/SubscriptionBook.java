package tranche.notifications.subscription.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.subscription.domain.Subscription.Step;
import tranche.notifications.subscription.domain.SubscriptionCommand.Move;
import tranche.notifications.subscription.domain.SubscriptionCommand.Subscribe;
import tranche.notifications.subscription.domain.SubscriptionEvent.Moved;
import tranche.notifications.subscription.domain.SubscriptionEvent.Subscribed;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/**
 * Subscriptions of one recipient by their ids: another's are not there, and those that have ended are not either.
 *
 * @param seen those subscriptions, not yet made, whose thing is there for the recipient
 */
public record SubscriptionBook(UUID recipient, Map<UUID, Subscription> subscriptions, Set<UUID> seen) {

    /** More than a person looks after; each event is held against all of them. */
    public static final int MOST = 200;

    public SubscriptionBook {
        subscriptions = Map.copyOf(subscriptions);
        seen = Set.copyOf(seen);
    }

    public Decision<SubscriptionEvent> decide(SubscriptionCommand command, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (command) {
            case Subscribe subscribe -> subscribe(subscribe, today);
            case Move move -> gate(move).orElseGet(() -> accepted(new Moved(move.id(), move.step(), today)));
        };
    }

    private Decision<SubscriptionEvent> subscribe(Subscribe subscribe, LocalDate today) {
        if (subscriptions.values().stream().filter(SubscriptionBook::isThere).count() >= MOST) {
            return refused(SubscriptionRefusal.SUBSCRIPTION_LIMIT, Map.of("most", MOST));
        }
        if (subscribe.content().range() instanceof Range.Thing thing && !seen.contains(subscribe.id())) {
            return refused(
                    SubscriptionRefusal.UNKNOWN_REFERENCE,
                    Map.of("field", "scope/" + thing.kind().field()));
        }
        return accepted(new Subscribed(subscribe.id(), recipient, subscribe.content(), today));
    }

    /** Why a command is refused, whatever the time; empty where it is not. */
    public Optional<Decision<SubscriptionEvent>> gate(Move move) {
        Optional<Subscription> there =
                Optional.ofNullable(subscriptions.get(move.id())).filter(SubscriptionBook::isThere);
        if (there.isEmpty()) {
            return Optional.of(refused(SubscriptionRefusal.NOT_FOUND));
        }
        Subscription subscription = there.get();
        if (subscription.version().conflictsWith(move.ifMatch())) {
            return Optional.of(refused(
                    SubscriptionRefusal.VERSION_CONFLICT,
                    Map.of("version", subscription.version().number())));
        }
        if (!subscription.allowed().contains(move.step())) {
            List<String> allowed =
                    subscription.allowed().stream().map(Step::command).toList();
            return Optional.of(refused(
                    SubscriptionRefusal.INVALID_STATE,
                    Map.of("state", subscription.state().name(), "allowed", allowed)));
        }
        return Optional.empty();
    }

    private static boolean isThere(Subscription subscription) {
        return subscription.state() != SubscriptionState.UNSUBSCRIBED;
    }

    public SubscriptionBook apply(SubscriptionEvent event, Instant recordedAt) {
        Map<UUID, Subscription> after = new HashMap<>(subscriptions);
        switch (event) {
            case Subscribed(UUID id, UUID owner, Content content, LocalDate date) ->
                after.put(
                        id,
                        new Subscription(
                                id,
                                owner,
                                content,
                                SubscriptionState.ACTIVE,
                                recordedAt,
                                Version.first(date, recordedAt)));
            case Moved moved -> after.computeIfPresent(moved.id(), (_, before) -> before.after(moved, recordedAt));
        }
        return new SubscriptionBook(recipient, after, seen);
    }

    /** A subscription that is there. */
    public Subscription subscription(UUID id) {
        return Objects.requireNonNull(subscriptions.get(id), "a subscription that was decided upon");
    }
}
