package tranche.notifications.recipient.domain;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/** What can be asked of a recipient. */
public sealed interface RecipientCommand {

    UUID recipient();

    /** Registers an account as a recipient, unless it is one. */
    record Register(UUID recipient) implements RecipientCommand {}

    /**
     * Says how somebody wants to be told, and where. Whoever says it of oneself becomes a recipient by it.
     *
     * @param isNamed whether the body named the account, so that one which is not there is a wrong value
     */
    record Describe(
            UUID recipient,
            boolean isNamed,
            Profile.Changes changes,
            AddressChange address,
            Actor by,
            OptionalLong ifMatch)
            implements RecipientCommand {}

    /**
     * Somebody has opened the link of a confirmation mail and pressed its button.
     *
     * @param hash of the token in it
     */
    record Confirm(UUID recipient, String hash) implements RecipientCommand {}

    /** A host has refused a mail for good. */
    record Bounce(UUID recipient) implements RecipientCommand {}

    /** What becomes of the address. */
    sealed interface AddressChange {

        /** It stays. */
        record None() implements AddressChange {}

        /** Mail goes nowhere from now on. */
        record Cleared() implements AddressChange {}

        /** @param vouchedFor why a manager knows that it is the recipient's; empty where the recipient is asked */
        record Named(Address.Given given, Optional<Sealed> vouchedFor) implements AddressChange {}
    }
}
