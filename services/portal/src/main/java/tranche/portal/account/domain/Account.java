package tranche.portal.account.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Maker;

/**
 * Somebody or something that can sign in.
 *
 * @param person who is behind it; four eyes are counted by person, so two accounts of one person share it (rule D-1)
 * @param username what is typed to sign in, unique
 * @param version from 1, one more with each event of the account
 * @param changedAt when the last event was recorded
 */
public record Account(
        UUID id,
        UUID person,
        Username username,
        Personal name,
        Optional<Personal> email,
        State state,
        long version,
        Instant changedAt) {

    /** Whether the account may act. */
    public enum State {
        ACTIVE,
        DISABLED
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** The account as the maker of something. */
    public Maker asMaker() {
        return new Maker(id, person);
    }

    Account disabled(Instant at) {
        return new Account(id, person, username, name, email, State.DISABLED, version + 1, at);
    }

    Account of(UUID newPerson, Instant at) {
        return new Account(id, newPerson, username, name, email, state, version + 1, at);
    }
}
