package tranche.notifications.alert.events;

import tranche.flow.writer.Outgoing;
import tranche.notifications.AlertAcknowledged;
import tranche.notifications.AlertRead;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertEvent;

/** What recipients do about alerts, as Avro records. */
public final class AlertAvro {

    private AlertAvro() {}

    /** @param after the alert right after the event */
    public static Outgoing of(Alert after, AlertEvent event) {
        return new Outgoing("alert", after.id(), after.version(), event.effectiveDate(), head -> switch (event.step()) {
            case READ ->
                AlertRead.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setAlertId(after.id())
                        .setType(after.type().code())
                        .setCauseId(after.cause())
                        .setState(after.state().name())
                        .build();
            case ACKNOWLEDGE ->
                AlertAcknowledged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setAlertId(after.id())
                        .setType(after.type().code())
                        .setCauseId(after.cause())
                        .setState(after.state().name())
                        .build();
        });
    }
}
