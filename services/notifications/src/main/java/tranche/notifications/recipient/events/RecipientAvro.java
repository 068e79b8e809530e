package tranche.notifications.recipient.events;

import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.notifications.AddressSuppressed;
import tranche.notifications.AddressVerified;
import tranche.notifications.RecipientChanged;
import tranche.notifications.RecipientRegistered;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientEvent;

/** A recipient's events as Avro records: no name, no address, nothing of either. */
public final class RecipientAvro {

    private RecipientAvro() {}

    /** @param after the recipient right after the event */
    public static Outgoing of(Recipient after, RecipientEvent event) {
        return new Outgoing(
                "recipient",
                after.id(),
                after.version().number(),
                event.effectiveDate(),
                head -> record(after, event, head));
    }

    private static SpecificRecord record(Recipient after, RecipientEvent event, Head head) {
        return switch (event) {
            case RecipientEvent.Registered _ ->
                RecipientRegistered.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.id())
                        .build();
            case RecipientEvent.AddressVerified verified ->
                AddressVerified.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.id())
                        .setBy(verified.vouchedFor().isPresent() ? "MANAGER" : "RECIPIENT")
                        .build();
            case RecipientEvent.AddressSuppressed _ ->
                AddressSuppressed.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.id())
                        .build();
            case RecipientEvent.Described _,
                    RecipientEvent.AddressGiven _,
                    RecipientEvent.AddressCleared _,
                    RecipientEvent.AddressBounced _ ->
                RecipientChanged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.id())
                        .setAddressState(after.address()
                                .map(address -> address.state().name())
                                .orElse("NONE"))
                        .build();
        };
    }
}
