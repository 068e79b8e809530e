package tranche.notifications.delivery.domain;

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
import java.util.UUID;
import tranche.values.decision.Decision;

/** Deliveries of one recipient by their ids: another's are not there. */
public record Deliveries(Map<UUID, Delivery> byId) {

    public Deliveries {
        byId = Map.copyOf(byId);
    }

    /** Why a command is refused, whatever the time; empty where it is not. */
    public Optional<Decision<DeliveryEvent>> gate(DeliveryCommand.Replay command) {
        Delivery delivery = byId.get(command.delivery());
        if (delivery == null || !command.target().orElse(delivery.target()).equals(delivery.target())) {
            return Optional.of(refused(DeliveryRefusal.NOT_FOUND));
        }
        if (command.ifMatch().isPresent() && command.ifMatch().getAsLong() != delivery.version()) {
            return Optional.of(refused(DeliveryRefusal.VERSION_CONFLICT, Map.of("version", delivery.version())));
        }
        if (!delivery.state().isSettled()) {
            return Optional.of(refused(
                    DeliveryRefusal.INVALID_STATE,
                    Map.of("state", delivery.state().name(), "allowed", List.of())));
        }
        return Optional.empty();
    }

    public Decision<DeliveryEvent> decide(DeliveryCommand command, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (command) {
            case DeliveryCommand.Replay replay ->
                gate(replay).orElseGet(() -> accepted(new DeliveryEvent.Replayed(replay.delivery(), today)));
            case DeliveryCommand.Settle settle -> settled(settle, today);
        };
    }

    /** Whoever was given up and answers late changes nothing: another has taken it up, or settled it. */
    private Decision<DeliveryEvent> settled(DeliveryCommand.Settle settle, LocalDate today) {
        Attempted attempted = settle.attempted();
        if (!one(settle.delivery()).awaits(attempted.attempt())) {
            return accepted();
        }
        return accepted(
                attempted.outcome() instanceof Outcome.Taken
                        ? new DeliveryEvent.Sent(settle.delivery(), attempted, today)
                        : new DeliveryEvent.Failed(settle.delivery(), attempted, today));
    }

    public Deliveries apply(DeliveryEvent event, Instant recordedAt) {
        Map<UUID, Delivery> after = new HashMap<>(byId);
        after.computeIfPresent(event.delivery(), (_, delivery) -> switch (event) {
            case DeliveryEvent.Sent sent -> delivery.after(sent.attempted().outcome(), recordedAt, 0);
            case DeliveryEvent.Failed failed ->
                delivery.after(failed.attempted().outcome(), recordedAt, 0);
            case DeliveryEvent.Replayed _ -> delivery.replayed(recordedAt);
        });
        return new Deliveries(after);
    }

    /** A delivery that is there. */
    public Delivery one(UUID id) {
        return Objects.requireNonNull(byId.get(id), "a delivery that was decided upon");
    }
}
