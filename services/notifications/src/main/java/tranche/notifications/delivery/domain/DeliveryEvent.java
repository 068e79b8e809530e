package tranche.notifications.delivery.domain;

import java.time.LocalDate;
import java.util.UUID;

/** What became of a delivery. */
public sealed interface DeliveryEvent {

    UUID delivery();

    LocalDate effectiveDate();

    /** The other side has taken it. */
    record Sent(UUID delivery, Attempted attempted, LocalDate effectiveDate) implements DeliveryEvent {}

    /** It is not tried any more. */
    record Failed(UUID delivery, Attempted attempted, LocalDate effectiveDate) implements DeliveryEvent {}

    /** Its recipient has it sent again. */
    record Replayed(UUID delivery, LocalDate effectiveDate) implements DeliveryEvent {}
}
