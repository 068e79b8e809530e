package tranche.portal.account.domain;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.values.actor.Actor;

/** What can be asked of an account. */
public sealed interface AccountCommand {

    /** Who asks. */
    Actor by();

    /** Makes an account that may do nothing yet. The person behind it is new; an existing one is linked afterwards. */
    record Create(UUID account, UUID person, Username username, Personal name, Optional<Personal> email, Actor by)
            implements AccountCommand {}

    /** Shuts an account for good: its sessions, keys and grants no longer hold. */
    record Disable(OptionalLong ifMatch, Actor by) implements AccountCommand {}

    /** Says that the account belongs to the person behind another account (rule D-1). */
    record LinkPerson(UUID otherAccount, OptionalLong ifMatch, Actor by) implements AccountCommand {}
}
