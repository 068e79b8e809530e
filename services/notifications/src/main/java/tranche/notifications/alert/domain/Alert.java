package tranche.notifications.alert.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Pages;
import tranche.notifications.notice.domain.Subject;
import tranche.values.actor.Role;

/**
 * What one recipient is told of one event.
 *
 * @param number the recipient's own, rising with time
 * @param cause id of the event
 * @param event full name of its record
 * @param causedAt when that was recorded
 * @param roles by which its recipient was told and which it still holds
 * @param supersededAt when what it is about was settled, or something newer was told of it (rule N-6)
 * @param version how many events the alert has; none until its recipient does something about it
 */
public record Alert(
        UUID id,
        UUID recipient,
        long number,
        AlertType type,
        UUID cause,
        String event,
        Instant causedAt,
        Subject subject,
        Map<String, Figure> figures,
        Set<Role> roles,
        Instant createdAt,
        Optional<Instant> readAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> supersededAt,
        long version) {

    /** What a recipient does about an alert. */
    public enum Step {
        READ("read"),
        ACKNOWLEDGE("acknowledgement");

        private final String command;

        Step(String command) {
            this.command = command;
        }

        /** Its name in the API. */
        public String command() {
            return command;
        }
    }

    public Alert {
        figures = Map.copyOf(figures);
        roles = Set.copyOf(roles);
    }

    public AlertState state() {
        if (supersededAt.isPresent()) {
            return AlertState.SUPERSEDED;
        }
        if (acknowledgedAt.isPresent()) {
            return AlertState.ACKNOWLEDGED;
        }
        return readAt.isPresent() ? AlertState.READ : AlertState.CREATED;
    }

    /** Paths of what it speaks of: where the API has its subject, then the page about it, where its reader has one. */
    public List<String> links() {
        return Stream.concat(Stream.of(subject.path()), Pages.of(subject, roles).stream())
                .toList();
    }

    /** What can be done about it: reading changes nothing the second time, acknowledging is asked once and of few, and of nothing that is settled. */
    public List<Step> allowed() {
        List<Step> allowed = new ArrayList<>(List.of(Step.READ));
        if (type.asksAcknowledgement() && acknowledgedAt.isEmpty() && supersededAt.isEmpty()) {
            allowed.add(Step.ACKNOWLEDGE);
        }
        return allowed;
    }

    Alert after(Step step, Instant at) {
        return new Alert(
                id,
                recipient,
                number,
                type,
                cause,
                event,
                causedAt,
                subject,
                figures,
                roles,
                createdAt,
                readAt.or(() -> Optional.of(at)),
                step == Step.ACKNOWLEDGE ? Optional.of(at) : acknowledgedAt,
                supersededAt,
                version + 1);
    }
}
