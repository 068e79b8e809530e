package tranche.portal.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.ApiKeyRows;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Keys of programs: made, recognised, listed, taken back. Of a key only its hash is kept. */
@Singleton
public final class ApiKeys {

    /** The longest life of a key: a year, and a day for whoever counts in dates. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(367);

    /** Last use is noted this often: a write for every request would cost more than the request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AccountStore store;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(AccountStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A key that was made.
     *
     * @param secret shown this once; empty where the key had been made before
     */
    public record Made(ApiKey key, Optional<OpaqueSecret> secret) {}

    /** Who was recognised by a key, and how far it goes. */
    public record Recognised(Actor actor, List<String> scopes) {}

    /**
     * Makes a key of an account.
     *
     * @param expiresAt at most {@link #LONGEST_LIFE} from now
     * @param once the caller's promise that two requests are one: the key is made once and, since its secret is not kept,
     *     told without it afterwards
     * @return empty if a key with other properties was made under the same promise
     */
    public Optional<Made> make(
            UUID account, String name, List<String> scopes, Instant expiresAt, Optional<String> once) {
        OpaqueSecret secret = OpaqueSecret.of(ApiKey.PREFIX, ids.secret(OpaqueSecret.BYTES));
        UUID id = once.map(key -> Ids.ofCause("tranche:api-key:" + account + ":" + key))
                .orElseGet(ids::next);
        ApiKey key = new ApiKey(id, account, name, scopes, clock.now(), expiresAt, Optional.empty(), Optional.empty());
        return store.in(connection -> {
            if (ApiKeyRows.insert(connection, key, secret)) {
                return Optional.of(new Made(key, Optional.of(secret)));
            }
            return ApiKeyRows.byId(connection, id)
                    .filter(before -> before.isAskedLike(key))
                    .map(before -> new Made(before, Optional.empty()));
        });
    }

    /**
     * Who a key stands for at this moment; empty where it is none in force, or its account is shut.
     *
     * @throws tranche.flow.writer.Unavailable if the database is away
     */
    public Optional<Recognised> recognise(OpaqueSecret secret) {
        if (!secret.isPlausible()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Optional<ApiKeyRows.Found> found = store.read(connection -> ApiKeyRows.find(connection, secret, now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ApiKey key = found.get().key();
        Instant before = now.minus(NOTED_EVERY);
        if (key.lastUsedAt().map(before::isAfter).orElse(true)) {
            store.in(connection -> {
                ApiKeyRows.used(connection, key.id(), now, before);
                return key;
            });
        }
        return Optional.of(new Recognised(found.get().actor(), key.scopes()));
    }

    /**
     * Keys in the order of their ids.
     *
     * @param everybodys whether all accounts' keys are asked for, or one's own
     */
    public List<ApiKey> list(boolean everybodys, UUID account, Optional<UUID> after, int most) {
        return store.in(connection -> ApiKeyRows.list(connection, everybodys, account, after, most));
    }

    public Optional<ApiKey> byId(UUID id) {
        return store.in(connection -> ApiKeyRows.byId(connection, id));
    }

    /**
     * Takes a key back: the next request with it is nobody's. One that was taken back before stays so.
     *
     * @param ifMatch the version that it must have
     * @return the key after it; empty where it has another version
     */
    public Optional<ApiKey> revoke(UUID id, OptionalLong ifMatch) {
        return store.in(connection -> {
            Optional<ApiKey> before = ApiKeyRows.locked(connection, id)
                    .filter(key -> ifMatch.isEmpty() || ifMatch.getAsLong() == key.version());
            if (before.isPresent()) {
                ApiKeyRows.revoke(connection, id, clock.now());
            }
            return before.isPresent() ? ApiKeyRows.byId(connection, id) : before;
        });
    }
}
