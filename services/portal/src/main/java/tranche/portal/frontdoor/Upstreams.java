package tranche.portal.frontdoor;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.web.access.Identity;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;

/** The services behind the front door, and how a request gets to one. */
@Singleton
public final class Upstreams {

    /** How long a file may be under way: 64 MiB at one megabit a second take nine minutes. */
    public static final Duration LONGEST_TRANSFER = Duration.ofMinutes(10);

    /** How long a service may take to answer: longer than any of its own limits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpCalls calls;
    private final Passes passes;
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);

    /** Addresses are the properties {@code tranche.upstream.<service>}; a service without one is not deployed. */
    Upstreams(HttpCalls calls, Passes passes, Environment environment) {
        this.calls = calls;
        this.passes = passes;
        for (Service service : Service.values()) {
            environment
                    .getProperty("tranche.upstream." + service.code(), URI.class)
                    .ifPresent(address -> addresses.put(service, address));
        }
    }

    /** How long the answer to a request may take: a file that is passed on as it comes takes its caller's time first. */
    public static Duration patience(Payload payload) {
        return payload instanceof Payload.Streamed ? LONGEST_TRANSFER : PATIENCE;
    }

    /** Whether the service is there to be asked. */
    public boolean has(Service service) {
        return addresses.containsKey(service);
    }

    /**
     * Passes a request on in the caller's name.
     *
     * @param target path and query, still encoded
     * @param headers that may pass
     * @return the reply; fails as {@link HttpCalls#send} does
     */
    public CompletableFuture<HttpReply> send(
            Service service,
            Identity identity,
            String method,
            String target,
            Map<String, List<String>> headers,
            Payload payload) {
        URI address = Optional.ofNullable(addresses.get(service))
                .orElseThrow(() -> new IllegalStateException("no address of the service " + service.code()));
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put("authorization", List.of("Bearer " + passes.of(identity, service.code())));
        URI uri = URI.create(address.getScheme() + "://" + address.getRawAuthority() + target);
        return calls.send(new HttpCall(method, uri, all, payload, patience(payload)));
    }
}
