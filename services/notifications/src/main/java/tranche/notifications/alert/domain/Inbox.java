package tranche.notifications.alert.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
        return gate(command)
                .orElseGet(() -> accepted(meant(command)
                        .filter(alert -> !isDone(alert, command.step()))
                        .map(alert ->
                                new AlertEvent(alert.id(), command.step(), LocalDate.ofInstant(now, ZoneOffset.UTC)))
                        .toList()));
    }

    private Stream<Alert> meant(AlertCommand command) {
        Alert named = alert(command.alert());
        return switch (command) {
            case AlertCommand.One _ -> Stream.of(named);
            case AlertCommand.ReadUpTo _ ->
                alerts.values().stream()
                        .filter(alert -> alert.number() <= named.number())
                        .sorted(Comparator.comparingLong(Alert::number));
        };
    }

    private static boolean isDone(Alert alert, Alert.Step step) {
        return step == Alert.Step.READ && alert.readAt().isPresent();
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
