package tranche.notifications.alert.domain;

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

/** Alerts of one recipient by their ids: another's are not there. */
public record Inbox(Map<UUID, Alert> alerts) {

    public Inbox {
        alerts = Map.copyOf(alerts);
    }

    /** Why a command is refused, whatever the time; empty where it is not. */
    public Optional<Decision<AlertEvent>> gate(AlertCommand command) {
        Alert alert = alerts.get(command.alert());
        if (alert == null) {
            return Optional.of(refused(AlertRefusal.NOT_FOUND));
        }
        if (command.ifMatch().isPresent() && command.ifMatch().getAsLong() != alert.version()) {
            return Optional.of(refused(AlertRefusal.VERSION_CONFLICT, Map.of("version", alert.version())));
        }
        if (!alert.allowed().contains(command.step())) {
            List<String> allowed =
                    alert.allowed().stream().map(Alert.Step::command).toList();
            return Optional.of(refused(
                    AlertRefusal.INVALID_STATE, Map.of("state", alert.state().name(), "allowed", allowed)));
        }
        return Optional.empty();
    }

    public Decision<AlertEvent> decide(AlertCommand command, Instant now) {
        return gate(command).orElseGet(() -> taken(alert(command.alert()), command, now));
    }

    private static Decision<AlertEvent> taken(Alert alert, AlertCommand command, Instant now) {
        boolean isDone = command.step() == Alert.Step.READ && alert.readAt().isPresent();
        return isDone
                ? accepted()
                : accepted(new AlertEvent(alert.id(), command.step(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    public Inbox apply(AlertEvent event, Instant recordedAt) {
        Map<UUID, Alert> after = new HashMap<>(alerts);
        after.computeIfPresent(event.alert(), (_, alert) -> alert.after(event.step(), recordedAt));
        return new Inbox(after);
    }

    /** An alert that is there. */
    public Alert alert(UUID id) {
        return Objects.requireNonNull(alerts.get(id), "an alert that was decided upon");
    }
}
