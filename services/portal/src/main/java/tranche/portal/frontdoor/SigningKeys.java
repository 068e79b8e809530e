package tranche.portal.frontdoor;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tranche.portal.account.store.AccountStore;
import tranche.portal.frontdoor.store.NoticeKeyRows;
import tranche.portal.frontdoor.store.SigningKeyFile;
import tranche.portal.frontdoor.store.SigningKeyRows;
import tranche.web.access.SigningKey;
import tranche.world.time.Clock;

/**
 * The keys of the front door's tokens. Each instance signs with a key that never leaves its data folder, and every
 * instance publishes the public halves of all, so that a service may ask any of them.
 */
@Singleton
public final class SigningKeys {

    /** How long the key of an instance that is no longer there is still published. */
    private static final Duration LIFE = Duration.ofDays(7);

    /** How often an instance says that it is there. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final SigningKey key;
    private final AccountStore store;
    private final Clock clock;
    private volatile @Nullable Instant noted;

    SigningKeys(@Value("${tranche.data}") Path data, AccountStore store, Clock clock) {
        this.key = key(new SigningKeyFile(data));
        this.store = store;
        this.clock = clock;
    }

    /** The instance's key, made at the first time. */
    private static SigningKey key(SigningKeyFile file) {
        return file.secretText().map(SigningKey::parse).orElseGet(() -> {
            SigningKey made = SigningKey.generate();
            file.keep(made.secretText());
            return made;
        });
    }

    /** The key with which this instance signs. */
    public SigningKey own() {
        return key;
    }

    /**
     * The public keys of all instances, and those of notices, as a JSON Web Key Set.
     *
     * @throws tranche.flow.writer.Unavailable if the database is away
     */
    public String jwks() {
        Instant now = clock.now();
        Instant last = noted;
        boolean note = last == null || last.isBefore(now.minus(NOTED_EVERY));
        List<String> keys = store.in(connection -> {
            if (note) {
                SigningKeyRows.put(connection, key.id(), key.publicText(), now);
            }
            List<String> all = new ArrayList<>(SigningKeyRows.seenAfter(connection, now.minus(LIFE)));
            NoticeKeyRows.all(connection).forEach(one -> all.add(one.jwk()));
            return all;
        });
        noted = note ? now : last;
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }
}
