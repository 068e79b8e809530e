package tranche.web.service;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import tranche.web.access.TokenCheck;
import tranche.web.access.VerificationKeys;
import tranche.world.http.HttpCalls;
import tranche.world.time.Clock;

/** What a service behind the front door knows its callers by. */
@Factory
@Requires(property = "tranche.keys-url")
final class AccessBeans {

    @Singleton
    VerificationKeys keys(@Value("${tranche.keys-url}") URI url, HttpCalls calls, Clock clock) {
        return new VerificationKeys(url, calls, clock);
    }

    @Singleton
    TokenCheck tokens(
            VerificationKeys keys,
            @Value("${tranche.origin}") String origin,
            @Value("${tranche.service}") String service,
            Clock clock) {
        return new TokenCheck(keys, origin, service, clock);
    }
}
