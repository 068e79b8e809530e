package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;

/** Asks the service that tells people things of which investors of a call nobody would be reached (rule N-8). */
@Singleton
final class ReachDesk {

    private static final int ROWS = 500;

    /** Ten thousand investors: of more than these the rest is taken to be reached, and is told of at the issue. */
    private static final int MOST_PAGES = 20;

    private final Upstreams upstreams;
    private final ServiceCalls services;

    ReachDesk(Upstreams upstreams, ServiceCalls services) {
        this.upstreams = upstreams;
        this.services = services;
    }

    /**
     * The investors of a call of whom nobody is reached, in the order of its lines; empty where nobody knows, or where the call is
     * not to be issued any more.
     */
    Optional<List<UUID>> unreached(Visitor visitor, CapitalCall call) {
        if (call.checks().isEmpty() || !upstreams.has(Service.NOTIFICATIONS)) {
            return Optional.empty();
        }
        Set<UUID> ofFund = new HashSet<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("fundId", call.fund().toString());
            query.put("limit", Integer.toString(ROWS));
            after.ifPresent(place -> query.put("after", place));
            ServiceReply reply =
                    services.get(visitor.actor(), visitor.locale(), Addresses.with("/recipients/unreached", query));
            if (!reply.succeeded()) {
                return Optional.empty();
            }
            Answered answer = Answered.of(reply);
            answer.objects("items").forEach(item -> ofFund.add(item.id("investorId")));
            after = answer.textIfAny("next");
            pages++;
        } while (after.isPresent() && pages < MOST_PAGES);
        return Optional.of(call.lines().stream()
                .map(CallLine::investor)
                .filter(ofFund::contains)
                .distinct()
                .toList());
    }
}
