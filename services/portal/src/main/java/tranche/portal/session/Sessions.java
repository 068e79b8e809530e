package tranche.portal.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.store.AccountStore;
import tranche.portal.session.domain.OpenSession;
import tranche.portal.session.store.SessionRows;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Begins, recognises and ends sessions. The cookie holds 256 bits of chance, the database its hash; what an account may do
 * is read anew with every request, so that a right that was withdrawn is gone at once.
 */
@Singleton
public final class Sessions {

    /** A browser that was left alone for this long has to sign in again. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** However busy it was: a working day and some. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Last use is noted this often: a write for every request would cost more than the request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AccountStore store;
    private final Ids ids;
    private final Clock clock;

    Sessions(AccountStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a session with a secret that no cookie had before, so that nobody is given one that somebody else knows.
     *
     * @param former the browser's session until now: it ends
     * @return the cookie's secret; empty if the account is not there or shut
     */
    public Optional<OpaqueSecret> begin(UUID account, Optional<OpaqueSecret> former) {
        OpaqueSecret secret = OpaqueSecret.of("", ids.secret(OpaqueSecret.BYTES));
        OpaqueSecret csrf = OpaqueSecret.of("", ids.secret(OpaqueSecret.BYTES));
        Instant now = clock.now();
        return store.in(connection -> {
            if (former.isPresent()) {
                SessionRows.end(connection, former.get());
            }
            SessionRows.forget(connection, now.minus(LONGEST), now.minus(IDLE));
            boolean begun = SessionRows.insert(connection, secret, ids.next(), account, csrf, now);
            return begun ? Optional.of(secret) : Optional.empty();
        });
    }

    /**
     * The session of a cookie, while it is in force.
     *
     * @throws tranche.flow.writer.Unavailable if the database is away
     */
    public Optional<OpenSession> find(OpaqueSecret secret) {
        Instant now = clock.now();
        Optional<OpenSession> session = look(secret);
        session.filter(found -> isNew(found) || found.lastSeenAt().isBefore(now.minus(NOTED_EVERY)))
                .ifPresent(found -> store.in(connection -> {
                    SessionRows.seen(connection, found.id(), now);
                    return found;
                }));
        return session;
    }

    /**
     * The session of a cookie, while it is in force, for what a page asks by itself: nobody uses it by that, so that a page
     * which is left open alone ends like any other.
     *
     * @throws tranche.flow.writer.Unavailable if the database is away
     */
    public Optional<OpenSession> look(OpaqueSecret secret) {
        if (!secret.isPlausible()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        return store.read(connection -> SessionRows.find(connection, secret, now, now.minus(LONGEST), now.minus(IDLE)));
    }

    /** Ends the session of a cookie. */
    public void end(OpaqueSecret secret) {
        store.in(connection -> {
            SessionRows.end(connection, secret);
            return secret;
        });
    }

    /** Ends all sessions of an account, for its password has changed. */
    public void endAll(UUID account) {
        store.in(connection -> {
            SessionRows.endAll(connection, account);
            return account;
        });
    }

    /** Whether it was not used since it began: its first use is noted, so that the next session knows of it. */
    private static boolean isNew(OpenSession session) {
        return session.createdAt().equals(session.lastSeenAt());
    }
}
