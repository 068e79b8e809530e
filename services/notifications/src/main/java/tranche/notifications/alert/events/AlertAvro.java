package tranche.notifications.alert.events;

import tranche.flow.writer.Outgoing;
import tranche.notifications.AlertAcknowledged;
import tranche.notifications.AlertRead;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertEvent;
import tranche.notifications.alert.domain.AlertState;

/** What recipients do about alerts, as Avro records. */
public final class AlertAvro {

    private AlertAvro() {}

    /**
     * What a recipient has done tells how far the alert has come by it, whatever is settled besides.
     *
     * @param after the alert right after the event
     */
    public static Outgoing of(Alert after, AlertEvent event) {
        return new Outgoing("alert", after.id(), after.version(), event.effectiveDate(), head -> switch (event.step()) {
            case READ ->
                AlertRead.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setAlertId(after.id())
                        .setType(after.type().code())
                        .setCauseId(after.cause())
                        .setState(AlertState.READ.name())
                        .build();
            case ACKNOWLEDGE ->
                AlertAcknowledged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setAlertId(after.id())
                        .setType(after.type().code())
                        .setCauseId(after.cause())
                        .setState(AlertState.ACKNOWLEDGED.name())
                        .build();
        });
    }
}
