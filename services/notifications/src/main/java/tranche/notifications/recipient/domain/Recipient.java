package tranche.notifications.recipient.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.values.register.Version;

/**
 * Somebody who is told of things.
 *
 * @param id of an account, the account's own
 * @param address empty where mail goes nowhere
 */
public record Recipient(UUID id, Profile profile, Optional<Address> address, Version version) {

    Recipient with(Profile after) {
        return new Recipient(id, after, address, version);
    }

    Recipient with(Optional<Address> after) {
        return new Recipient(id, profile, after, version);
    }

    Recipient at(Version after) {
        return new Recipient(id, profile, address, after);
    }
}
