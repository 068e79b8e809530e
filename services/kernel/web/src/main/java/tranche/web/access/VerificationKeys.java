package tranche.web.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;
import tranche.world.time.Clock;

/**
 * The front door's public keys, as this service knows them. They are asked for when a token names an unknown one and now
 * and then; while the front door is away, those that are known serve on.
 */
public final class VerificationKeys {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationKeys.class);

    /** A withdrawn key is gone after this time. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Made-up key ids must not turn this service against the front door. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);

    /** While nothing is known nobody can be served: at a start, the front door may be a moment late. */
    private static final Duration BETWEEN_FIRST_FETCHES = Duration.ofMillis(250);

    private static final Duration FETCH_LIMIT = Duration.ofSeconds(2);

    /** A set of a few keys; a longer answer is not one. */
    private static final int MOST_BYTES = 65_536;

    private static final int HTTP_OK = 200;

    private final URI url;
    private final HttpCalls calls;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, ECKey> known = Map.of();
    private volatile long triedNanos;
    private volatile long learntNanos;

    public VerificationKeys(URI url, HttpCalls calls, Clock clock) {
        this.url = url;
        this.calls = calls;
        this.clock = clock;
        this.triedNanos = clock.monotonicNanos() - BETWEEN_FETCHES.toNanos();
        this.learntNanos = triedNanos;
    }

    /**
     * The key of an id; empty where the front door has none such.
     *
     * @throws Problem {@code unavailable} while no key at all is known
     */
    Optional<ECKey> key(String id) {
        ECKey key = known.get(id);
        boolean stale = clock.monotonicNanos() - learntNanos > FRESH.toNanos();
        if (key == null || stale) {
            learn(id, stale);
            key = known.get(id);
        }
        if (key == null && known.isEmpty()) {
            throw Problem.later(RequestRefusal.UNAVAILABLE, Duration.ofSeconds(1));
        }
        return Optional.ofNullable(key);
    }

    private void learn(String id, boolean stale) {
        fetching.lock();
        try {
            Duration pause = known.isEmpty() ? BETWEEN_FIRST_FETCHES : BETWEEN_FETCHES;
            boolean learntMeanwhile = known.containsKey(id) && !stale;
            if (learntMeanwhile || clock.monotonicNanos() - triedNanos < pause.toNanos()) {
                return;
            }
            triedNanos = clock.monotonicNanos();
            known = keys(fetched());
            learntNanos = clock.monotonicNanos();
        } catch (ExecutionException | TimeoutException | ParseException away) {
            LOG.warn(
                    "keys-url={} kept={} the front door's keys cannot be read: {}", url, known.size(), away.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            fetching.unlock();
        }
    }

    private String fetched() throws ExecutionException, TimeoutException, InterruptedException {
        HttpCall call = new HttpCall("GET", url, Map.of(), new HttpCall.Payload.None(), FETCH_LIMIT);
        HttpReply reply = calls.send(call).get(FETCH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        byte[] body = reply.whole(MOST_BYTES).get(FETCH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return reply.status() == HTTP_OK ? new String(body, StandardCharsets.UTF_8) : "";
    }

    private static Map<String, ECKey> keys(String json) throws ParseException {
        return JWKSet.parse(json).getKeys().stream()
                .filter(key -> key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null)
                .map(ECKey.class::cast)
                .collect(Collectors.toUnmodifiableMap(JWK::getKeyID, key -> key, (first, _) -> first));
    }
}
