package tranche.portal.preference.page;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;

/** Asks the service of notifications about the visitor's own wishes; where it is not deployed, it is away. */
@Singleton
final class PreferenceDesk {

    private static final String PREFERENCES = "/preferences";
    private static final String SUBSCRIPTIONS = "/subscriptions";

    /** More than anybody looks after. */
    private static final String MOST_SUBSCRIPTIONS = "?limit=200";

    private final ServiceCalls services;
    private final Upstreams upstreams;

    PreferenceDesk(ServiceCalls services, Upstreams upstreams) {
        this.services = services;
        this.upstreams = upstreams;
    }

    ServiceReply preferences(Visitor visitor) {
        return get(visitor, PREFERENCES);
    }

    /** What would have been sent in the last days with the wishes that hold. */
    ServiceReply preview(Visitor visitor) {
        return get(visitor, PREFERENCES + "/preview");
    }

    /** @param version that the visitor saw, where he saw one */
    ServiceReply save(Visitor visitor, Map<String, Object> body, Optional<String> version, String once) {
        return send(visitor, "PUT", PREFERENCES, body, version, once);
    }

    ServiceReply subscriptions(Visitor visitor) {
        return get(visitor, SUBSCRIPTIONS + MOST_SUBSCRIPTIONS);
    }

    ServiceReply subscribe(Visitor visitor, Map<String, Object> body, String once) {
        return send(visitor, "POST", SUBSCRIPTIONS, body, Optional.empty(), once);
    }

    ServiceReply ask(Visitor visitor, UUID subscription, SubscriptionStep step, String once) {
        return send(
                visitor,
                step.method(),
                SUBSCRIPTIONS + "/" + subscription + step.below(),
                Map.of(),
                Optional.empty(),
                once);
    }

    private ServiceReply get(Visitor visitor, String path) {
        return upstreams.has(Service.NOTIFICATIONS)
                ? services.get(visitor.actor(), visitor.locale(), path)
                : ServiceReply.away();
    }

    private ServiceReply send(
            Visitor visitor,
            String method,
            String path,
            Map<String, Object> body,
            Optional<String> version,
            String once) {
        return upstreams.has(Service.NOTIFICATIONS)
                ? services.send(visitor.actor(), visitor.locale(), method, path, body, version, once)
                : ServiceReply.away();
    }
}
