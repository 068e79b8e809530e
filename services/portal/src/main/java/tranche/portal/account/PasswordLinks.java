package tranche.portal.account;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.PasswordRule;
import tranche.portal.account.domain.PasswordRule.Weakness;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.LinkRows;
import tranche.portal.account.store.PasswordRows;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * One-time links with which the holder of an account sets its first password. There is none to set another one: whoever
 * made it would be able to act as the holder.
 */
@Singleton
public final class PasswordLinks {

    /** How long a link can be used: it is sent today and opened tomorrow. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** The page behind a link; the secret follows. */
    public static final String PATH = "/signin/link/";

    private final AccountStore store;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;
    private final String origin;

    PasswordLinks(
            AccountStore store, Passwords passwords, Ids ids, Clock clock, @Value("${tranche.origin}") String origin) {
        this.store = store;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.origin = origin;
    }

    /** A link, shown once; it prints as stars. */
    public record Link(URI address, Instant expiresAt) {

        @Override
        public String toString() {
            return "Link[***]";
        }
    }

    /** What became of setting a password. */
    public sealed interface Result {

        /** It is set, and the link is used up. */
        record Done(UUID account) implements Result {}

        /** The link was used, replaced or is too old. */
        record Gone() implements Result {}

        /** The password is not good enough; the link can still be used. */
        record Weak(Weakness why) implements Result {}
    }

    /**
     * Makes the link of an account; the account's earlier ones no longer open anything.
     *
     * @return empty if the account has a password
     */
    public Optional<Link> make(UUID account) {
        OpaqueSecret secret = OpaqueSecret.of("", ids.secret(OpaqueSecret.BYTES));
        Instant now = clock.now();
        Instant expiresAt = now.plus(LIFE);
        boolean made = store.in(connection -> LinkRows.replace(connection, account, secret, now, expiresAt));
        return made ? Optional.of(new Link(URI.create(origin + PATH + secret.text()), expiresAt)) : Optional.empty();
    }

    /** Whether an account has a password, and so gets no link. */
    public boolean isPasswordSet(UUID account) {
        return store.in(connection -> PasswordRows.isSet(connection, account));
    }

    /** Whose link it is; empty where it opens nothing. */
    public Optional<Account> holder(OpaqueSecret secret) {
        return secret.isPlausible()
                ? store.in(connection -> {
                    Optional<UUID> account = LinkRows.find(connection, secret, clock.now());
                    return account.isPresent() ? AccountViews.byId(connection, account.get()) : Optional.empty();
                })
                : Optional.empty();
    }

    /** Sets the password of a link's account. */
    public Result set(OpaqueSecret secret, String password) {
        Optional<Account> holder = holder(secret);
        if (holder.isEmpty()) {
            return new Result.Gone();
        }
        Optional<Weakness> weakness = PasswordRule.weakness(password, names(holder.get()));
        if (weakness.isPresent()) {
            return new Result.Weak(weakness.get());
        }
        String hash = passwords.hash(password);
        Instant now = clock.now();
        Optional<UUID> account = store.in(connection -> {
            Optional<UUID> used = LinkRows.use(connection, secret, now);
            if (used.isPresent()) {
                PasswordRows.put(connection, used.get(), hash, now);
            }
            return used;
        });
        return account.<Result>map(Result.Done::new).orElseGet(Result.Gone::new);
    }

    private static List<String> names(Account account) {
        return List.of(account.username().value(), account.name().value());
    }
}
