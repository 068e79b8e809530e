package tranche.portal.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tranche.flow.writer.Overloaded;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes, one lane, a salt of 16 bytes (the OWASP minimum), parameters inside
 * the hash so that they can be raised later.
 */
@Singleton
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LEAST_MEMORY_KIBIBYTES = 8;

    /** Hashings at a time: each takes a core and 19 MiB, and anybody may ask for one. */
    private static final int MOST_AT_A_TIME = 2;

    /** Who waits longer than this for a turn is asked to come again. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final Semaphore turns = new Semaphore(MOST_AT_A_TIME, true);
    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, PASSES);

    /** For what nobody can guess: a start makes ten such hashes and need not take seconds for them. */
    private final Argon2PasswordEncoder brief =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, LEAST_MEMORY_KIBIBYTES, 1);

    /** A hash of nobody's password: comparing with it takes as long as comparing with somebody's. */
    private final String nobodys;

    public Passwords() {
        this.nobodys = encode(argon2, "nobody has this password");
    }

    /** @throws Overloaded if too many are being hashed already */
    public String hash(String password) {
        return inTurn(() -> encode(argon2, password));
    }

    /**
     * The hash of a password that was made at random from 128 bits or more. Trying them all takes for ever however quick
     * one try is, so this hash is quick; {@link #matches} takes it like any other.
     */
    public String hashRandom(String password) {
        return encode(brief, password);
    }

    /**
     * Whether the password is the one of the hash; the time tells nothing of whether there is a hash at all.
     *
     * @throws Overloaded if too many are being hashed already
     */
    public boolean matches(String password, Optional<String> hash) {
        boolean same = inTurn(() -> argon2.matches(password, hash.orElse(nobodys)));
        return same && hash.isPresent();
    }

    private static String encode(Argon2PasswordEncoder encoder, String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded(Duration.ofSeconds(1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Overloaded(Duration.ofSeconds(1));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
