package tranche.portal.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.portal.account.domain.AttemptLimit;
import tranche.portal.account.domain.PasswordRule;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.FirstAdminRows;
import tranche.portal.account.store.PasswordRows;
import tranche.world.time.Clock;

/**
 * Recognises people by username and password. An unknown name, a wrong password and a shut account are told with the same
 * words and after the same time.
 *
 * <p>Tries are limited in memory, by address, by address and name, and by name: the first two stop one guesser and leave
 * the person alone, the third stops many guessers of one name and is wide enough that only a flood reaches it.
 */
@Singleton
public final class PasswordSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    /** Addresses and names that are remembered, some 100 bytes each. */
    private static final int MOST_NAMES = 10_000;

    /** An office behind one address signs in; a program tries thousands. */
    private final AttemptLimit ofAddress = new AttemptLimit(60, Duration.ofSeconds(5), MOST_NAMES);

    /** A person mistypes a few times; after that, two tries a minute. */
    private final AttemptLimit ofPair = new AttemptLimit(8, Duration.ofSeconds(30), MOST_NAMES);

    /** All addresses together: 120 an hour find no password of twelve characters. */
    private final AttemptLimit ofName = new AttemptLimit(100, Duration.ofSeconds(30), MOST_NAMES);

    private final AccountStore store;
    private final Passwords passwords;
    private final Clock clock;

    PasswordSignIn(AccountStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Result {

        /** It is this active account. */
        record Recognised(UUID account) implements Result {}

        /** It is nobody; which part was wrong is not told. */
        record Wrong() implements Result {}

        /** There were too many tries: nothing was compared. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /**
     * Tries a username and a password.
     *
     * @param address where the try comes from
     * @throws tranche.flow.writer.Overloaded if too many are being checked at the moment
     */
    public Result check(String username, String password, String address) {
        Optional<Username> name = Username.parse(username);
        Duration wait = take(name, address);
        if (!wait.isZero()) {
            LOG.warn("sign-in held back address={} wait={}", address, wait);
            return new Result.TooMany(wait);
        }
        Optional<PasswordRows.Stored> stored =
                name.flatMap(known -> store.in(connection -> PasswordRows.find(connection, known)));
        boolean longest = password.codePointCount(0, password.length()) > PasswordRule.LONGEST;
        boolean right = passwords.matches(longest ? "" : password, stored.map(PasswordRows.Stored::hash));
        if (!right || stored.isEmpty()) {
            Object account = stored.<Object>map(PasswordRows.Stored::account).orElse("none");
            LOG.info("sign-in failed account={} address={}", account, address);
            return new Result.Wrong();
        }
        name.ifPresent(known -> ofPair.forget(pair(known, address)));
        return new Result.Recognised(stored.get().account());
    }

    /** Notes that an account has signed in: the first steps end with a second person's (reliability §9.3). */
    public void signedIn(UUID account) {
        store.in(connection -> {
            FirstAdminRows.signedIn(connection, account, clock.now());
            return account;
        });
    }

    private Duration take(Optional<Username> name, String address) {
        long now = clock.monotonicNanos();
        Duration wait = ofAddress.take(address, now);
        if (!wait.isZero() || name.isEmpty()) {
            return wait;
        }
        wait = ofPair.take(pair(name.get(), address), now);
        return wait.isZero() ? ofName.take(name.get().value(), now) : wait;
    }

    private static String pair(Username name, String address) {
        return address + " " + name.value();
    }
}
