package tranche.portal.alerts.page;

import jakarta.inject.Singleton;
import java.util.OptionalInt;
import tranche.portal.frame.page.Counted;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;

/** Alerts that the visitor has not read, as the service that raised them counts them. */
@Singleton
final class UnreadAlerts implements Counted {

    private static final String PATH = "/alerts/unread";

    private final Upstreams upstreams;
    private final ServiceCalls services;

    UnreadAlerts(Upstreams upstreams, ServiceCalls services) {
        this.upstreams = upstreams;
        this.services = services;
    }

    @Override
    public MenuEntry entry() {
        return MenuEntry.ALERTS;
    }

    @Override
    public boolean isFor(Visitor visitor) {
        return upstreams.has(Service.NOTIFICATIONS);
    }

    @Override
    public OptionalInt count(Visitor visitor) {
        ServiceReply reply = services.get(visitor.actor(), visitor.locale(), PATH);
        return reply.succeeded()
                ? OptionalInt.of(Math.toIntExact(Answered.of(reply).whole("count")))
                : OptionalInt.empty();
    }
}
