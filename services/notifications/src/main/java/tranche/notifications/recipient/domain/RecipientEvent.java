package tranche.notifications.recipient.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What has become of a recipient. */
public sealed interface RecipientEvent {

    UUID recipient();

    LocalDate effectiveDate();

    record Registered(UUID recipient, LocalDate effectiveDate) implements RecipientEvent {}

    /** @param first whether this says what nobody had said of the recipient before: what it is called */
    record Described(UUID recipient, boolean first, Profile.Changes changes, LocalDate effectiveDate)
            implements RecipientEvent {}

    record AddressGiven(UUID recipient, Address.Given address, LocalDate effectiveDate) implements RecipientEvent {}

    record AddressCleared(UUID recipient, LocalDate effectiveDate) implements RecipientEvent {}

    /** @param vouchedFor why a manager knows whose it is; empty where the recipient has confirmed it */
    record AddressVerified(UUID recipient, Optional<Sealed> vouchedFor, LocalDate effectiveDate)
            implements RecipientEvent {}

    record AddressBounced(UUID recipient, LocalDate effectiveDate) implements RecipientEvent {}

    record AddressSuppressed(UUID recipient, LocalDate effectiveDate) implements RecipientEvent {}
}
