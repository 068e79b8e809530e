package tranche.portal.frontdoor;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tranche.web.access.Identity;
import tranche.web.access.TokenMint;
import tranche.world.time.Clock;

/**
 * The tokens with which callers are passed on. One is used again for the same caller with the same rights while it is
 * fresh: who the caller is, and what it may do, was read anew before.
 */
@Singleton
public final class Passes {

    /** A token lives a minute; after half of it there is still time for a request. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Callers at a time; a token takes about a kilobyte. */
    private static final int MOST = 5_000;

    private final TokenMint mint;
    private final Clock clock;
    private final Map<Whose, Pass> passes = new LinkedHashMap<>(16, 0.75f, true);

    private record Whose(Identity identity, String service) {}

    private record Pass(String token, long madeNanos) {}

    Passes(SigningKeys keys, @Value("${tranche.origin}") String origin, Clock clock) {
        this.mint = new TokenMint(keys.own(), origin, clock);
        this.clock = clock;
    }

    /** A token for one service, good for at least half a minute. */
    public String of(Identity identity, String service) {
        Whose whose = new Whose(identity, service);
        long now = clock.monotonicNanos();
        synchronized (passes) {
            Pass known = passes.get(whose);
            if (known != null && now - known.madeNanos() < FRESH.toNanos()) {
                return known.token();
            }
        }
        String token = mint.mint(identity, service);
        synchronized (passes) {
            passes.put(whose, new Pass(token, now));
            if (passes.size() > MOST) {
                var eldest = passes.entrySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        return token;
    }
}
