package tranche.notifications.recipient.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.values.register.Version;

/**
 * Somebody who is told of things.
 *
 * @param id of an account, the account's own
 * @param address empty where mail goes nowhere
 * @param off types of which the recipient wants no mail
 */
public record Recipient(UUID id, Profile profile, Optional<Address> address, Set<AlertType> off, Version version) {

    public Recipient {
        off = Set.copyOf(off);
    }

    Recipient with(Profile after) {
        return new Recipient(id, after, address, off, version);
    }

    Recipient with(Optional<Address> after) {
        return new Recipient(id, profile, after, off, version);
    }

    Recipient without(AlertType type) {
        Set<AlertType> after = EnumSet.of(type);
        after.addAll(off);
        return new Recipient(id, profile, address, after, version);
    }

    Recipient mailed(AlertType type) {
        Set<AlertType> after = EnumSet.noneOf(AlertType.class);
        after.addAll(off);
        after.remove(type);
        return new Recipient(id, profile, address, after, version);
    }

    Recipient at(Version after) {
        return new Recipient(id, profile, address, off, after);
    }
}
