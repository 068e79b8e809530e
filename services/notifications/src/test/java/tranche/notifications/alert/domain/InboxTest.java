package tranche.notifications.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.alert.domain.Alert.Step;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Subject;
import tranche.values.decision.Decision;

@DisplayName("An alert with its recipient")
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-03-31T23:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static Inbox with(AlertType type) {
        return with(type, Optional.empty());
    }

    private static Inbox with(AlertType type, Optional<Instant> superseded) {
        UUID id = UUID.randomUUID();
        return new Inbox(Map.of(
                id,
                new Alert(
                        id,
                        UUID.randomUUID(),
                        1,
                        type,
                        UUID.randomUUID(),
                        "tranche.commitments.CallLineIssued",
                        NOW,
                        new Subject(Subject.Kind.CAPITAL_CALL, UUID.randomUUID()),
                        Map.of(),
                        Set.of(),
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        superseded,
                        0)));
    }

    private static Alert alert(Inbox inbox) {
        return inbox.alerts().values().iterator().next();
    }

    private static Decision<AlertEvent> decide(Inbox inbox, Step step, OptionalLong ifMatch) {
        return inbox.decide(new AlertCommand.One(alert(inbox).id(), step, ifMatch), NOW);
    }

    private static Inbox after(Inbox inbox, Step step) {
        Decision<AlertEvent> decision = decide(inbox, step, OptionalLong.empty());
        assertThat(decision)
                .isEqualTo(Decision.accepted(new AlertEvent(alert(inbox).id(), step, TODAY)));
        return inbox.apply(new AlertEvent(alert(inbox).id(), step, TODAY), NOW);
    }

    @Test
    void is_read_once_and_may_be_read_again() {
        Inbox read = after(with(AlertType.MS_03), Step.READ);

        assertThat(alert(read).state()).isEqualTo(AlertState.READ);
        assertThat(alert(read).version()).isEqualTo(1);
        assertThat(decide(read, Step.READ, OptionalLong.empty())).isEqualTo(Decision.accepted());
    }

    @Test
    void is_acknowledged_once_and_thereby_read() {
        Inbox acknowledged = after(with(AlertType.CC_03), Step.ACKNOWLEDGE);

        assertThat(alert(acknowledged).state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(alert(acknowledged).readAt()).contains(NOW);
        assertThat(decide(acknowledged, Step.ACKNOWLEDGE, OptionalLong.empty()))
                .isEqualTo(Decision.refused(
                        AlertRefusal.INVALID_STATE, Map.of("state", "ACKNOWLEDGED", "allowed", List.of("read"))));
    }

    @Test
    void is_not_acknowledged_where_nobody_asks_for_it() {
        assertThat(decide(with(AlertType.MS_03), Step.ACKNOWLEDGE, OptionalLong.empty()))
                .isEqualTo(Decision.refused(
                        AlertRefusal.INVALID_STATE, Map.of("state", "CREATED", "allowed", List.of("read"))));
    }

    @Test
    @DisplayName("N-6: what is superseded may be read, and asks for nothing any more")
    void is_read_and_not_acknowledged_once_it_is_superseded() {
        Inbox read = after(with(AlertType.CC_03, Optional.of(NOW)), Step.READ);

        assertThat(alert(read).state()).isEqualTo(AlertState.SUPERSEDED);
        assertThat(alert(read).readAt()).contains(NOW);
        assertThat(decide(read, Step.ACKNOWLEDGE, OptionalLong.empty()))
                .isEqualTo(Decision.refused(
                        AlertRefusal.INVALID_STATE, Map.of("state", "SUPERSEDED", "allowed", List.of("read"))));
    }

    @Test
    void is_not_there_for_another_and_not_changed_in_a_version_that_was_not_seen() {
        Inbox inbox = with(AlertType.CC_03);

        assertThat(inbox.decide(new AlertCommand.One(UUID.randomUUID(), Step.READ, OptionalLong.empty()), NOW))
                .isEqualTo(Decision.refused(AlertRefusal.NOT_FOUND));
        assertThat(decide(inbox, Step.READ, OptionalLong.of(3)))
                .isEqualTo(Decision.refused(AlertRefusal.VERSION_CONFLICT, Map.of("version", 0L)));
    }

    @Test
    void all_before_an_alert_are_read_with_it_but_what_is_read_and_what_came_later() {
        Alert first = numbered(1, Optional.of(NOW));
        Alert second = numbered(2, Optional.empty());
        Alert third = numbered(3, Optional.empty());
        Alert fourth = numbered(4, Optional.empty());
        Inbox inbox = new Inbox(Map.of(first.id(), first, second.id(), second, third.id(), third, fourth.id(), fourth));

        assertThat(inbox.decide(new AlertCommand.ReadUpTo(third.id(), OptionalLong.empty()), NOW))
                .isEqualTo(Decision.accepted(List.of(
                        new AlertEvent(second.id(), Step.READ, TODAY), new AlertEvent(third.id(), Step.READ, TODAY))));
        assertThat(inbox.decide(new AlertCommand.ReadUpTo(UUID.randomUUID(), OptionalLong.empty()), NOW))
                .isEqualTo(Decision.refused(AlertRefusal.NOT_FOUND));
    }

    private static Alert numbered(long number, Optional<Instant> readAt) {
        Alert alert = alert(with(AlertType.MS_03));
        return new Alert(
                alert.id(),
                alert.recipient(),
                number,
                alert.type(),
                alert.cause(),
                alert.event(),
                alert.causedAt(),
                alert.subject(),
                alert.figures(),
                alert.roles(),
                alert.createdAt(),
                readAt,
                alert.acknowledgedAt(),
                alert.supersededAt(),
                alert.version());
    }
}
