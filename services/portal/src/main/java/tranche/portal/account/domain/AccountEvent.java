package tranche.portal.account.domain;

import java.util.Optional;
import java.util.UUID;

/** What has happened to an account. */
public sealed interface AccountEvent {

    /** The account was made. */
    record AccountCreated(UUID account, UUID person, Username username, Personal name, Optional<Personal> email)
            implements AccountEvent {}

    /** The account was shut. */
    record AccountDisabled(UUID account) implements AccountEvent {}

    /** The account was found to be that person's. */
    record PersonLinked(UUID account, UUID person) implements AccountEvent {}
}
