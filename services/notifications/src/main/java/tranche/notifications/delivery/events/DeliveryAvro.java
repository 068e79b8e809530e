package tranche.notifications.delivery.events;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.notifications.DeliveryFailed;
import tranche.notifications.DeliveryReplayed;
import tranche.notifications.DeliverySent;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryEvent;

/** What became of deliveries, as Avro records. */
public final class DeliveryAvro {

    private DeliveryAvro() {}

    /** @param after the delivery right after the event */
    public static Outgoing of(Delivery after, DeliveryEvent event) {
        return new Outgoing("delivery", after.id(), after.version(), event.effectiveDate(), record(after, event));
    }

    private static Function<Head, SpecificRecord> record(Delivery after, DeliveryEvent event) {
        return head -> switch (event) {
            case DeliveryEvent.Sent _ ->
                DeliverySent.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setDeliveryId(after.id())
                        .setAlertId(after.alert().orElse(null))
                        .setChannel(after.channel().name())
                        .setTargetId(after.target())
                        .setAttempts(after.attempts())
                        .setState(after.state().name())
                        .build();
            case DeliveryEvent.Failed _ ->
                DeliveryFailed.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setDeliveryId(after.id())
                        .setAlertId(after.alert().orElse(null))
                        .setChannel(after.channel().name())
                        .setTargetId(after.target())
                        .setAttempts(after.attempts())
                        .setState(after.state().name())
                        .setFailure(after.reason().orElse(""))
                        .build();
            case DeliveryEvent.Replayed _ ->
                DeliveryReplayed.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setDeliveryId(after.id())
                        .setAlertId(after.alert().orElse(null))
                        .setChannel(after.channel().name())
                        .setTargetId(after.target())
                        .setAttempts(after.attempts())
                        .setState(after.state().name())
                        .build();
        };
    }
}
