package tranche.notifications.recipient.events;

import tranche.flow.writer.Outgoing;
import tranche.notifications.RecipientRegistered;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.Registered;

/** A recipient's events as Avro records. */
public final class RecipientAvro {

    private RecipientAvro() {}

    public static Outgoing of(Recipient after, Registered event) {
        return new Outgoing(
                "recipient",
                after.id(),
                after.version().number(),
                event.effectiveDate(),
                head -> RecipientRegistered.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.id())
                        .build());
    }
}
