package tranche.portal.webhook.page;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;

/** Asks the service of notifications about the visitor's own endpoints; where it is not deployed, it is away. */
@Singleton
final class EndpointDesk {

    private static final String ENDPOINTS = "/webhook-endpoints";

    /** Most people have one or two; whoever has more turns the page. */
    private static final String MOST_ENDPOINTS = "?limit=50";

    /** As many as are read at a glance. */
    private static final String MOST_DELIVERIES = "?limit=25";

    private final ServiceCalls services;
    private final Upstreams upstreams;

    EndpointDesk(ServiceCalls services, Upstreams upstreams) {
        this.services = services;
        this.upstreams = upstreams;
    }

    ServiceReply list(Visitor visitor, Optional<String> after) {
        return get(visitor, ENDPOINTS + MOST_ENDPOINTS + place(after));
    }

    ServiceReply one(Visitor visitor, UUID id) {
        return get(visitor, ENDPOINTS + "/" + id);
    }

    /** What was sent to an endpoint, the last first. */
    ServiceReply deliveries(Visitor visitor, UUID id, Optional<String> after) {
        return get(visitor, ENDPOINTS + "/" + id + "/deliveries" + MOST_DELIVERIES + place(after));
    }

    ServiceReply add(Visitor visitor, Map<String, Object> body, String once) {
        return send(visitor, "POST", ENDPOINTS, body, once);
    }

    ServiceReply ask(Visitor visitor, UUID id, EndpointStep step, String once) {
        return send(visitor, step.method(), ENDPOINTS + "/" + id + step.below(), Map.of(), once);
    }

    /** Has a delivery sent again. */
    ServiceReply replay(Visitor visitor, UUID id, UUID delivery, String once) {
        return send(visitor, "POST", ENDPOINTS + "/" + id + "/deliveries/" + delivery + "/replay", Map.of(), once);
    }

    private ServiceReply get(Visitor visitor, String path) {
        return upstreams.has(Service.NOTIFICATIONS)
                ? services.get(visitor.actor(), visitor.locale(), path)
                : ServiceReply.away();
    }

    private ServiceReply send(Visitor visitor, String method, String path, Map<String, Object> body, String once) {
        return upstreams.has(Service.NOTIFICATIONS)
                ? services.send(visitor.actor(), visitor.locale(), method, path, body, Optional.empty(), once)
                : ServiceReply.away();
    }

    private static String place(Optional<String> after) {
        return after.map(place -> "&after=" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                .orElse("");
    }
}
