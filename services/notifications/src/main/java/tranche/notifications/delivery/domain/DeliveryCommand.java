package tranche.notifications.delivery.domain;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What is done about a delivery. */
public sealed interface DeliveryCommand {

    UUID delivery();

    /** An attempt has settled it. */
    record Settle(UUID delivery, Attempted attempted) implements DeliveryCommand {}

    /**
     * Its recipient wants it sent again.
     *
     * @param target through which it is asked for; empty where it is asked for by itself
     */
    record Replay(UUID delivery, Optional<UUID> target, OptionalLong ifMatch) implements DeliveryCommand {}
}
