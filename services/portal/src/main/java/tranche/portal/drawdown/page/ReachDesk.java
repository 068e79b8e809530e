package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;

/** Asks the service that tells people things how the investors of a call would be told, and of which nobody would be reached (rule N-8). */
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
     * How an investor would be told.
     *
     * @param channels as the service names them, in its order
     * @param languages as they are written in addresses, for instance {@code fr}
     */
    record Reach(List<String> channels, List<String> languages) {}

    /** How each investor of a call would be told; nothing once it is issued, and where nobody knows. */
    Map<UUID, Reach> reach(Visitor visitor, CapitalCall call) {
        Map<UUID, Reach> reach = new HashMap<>();
        ofFund(
                visitor,
                call,
                "/recipients/reach",
                item -> reach.put(item.id("investorId"), new Reach(item.texts("channels"), item.texts("languages"))));
        return reach;
    }

    /**
     * The investors of a call of whom nobody is reached, in the order of its lines; empty where nobody knows, or where the call is
     * not to be issued any more.
     */
    Optional<List<UUID>> unreached(Visitor visitor, CapitalCall call) {
        Set<UUID> ofFund = new HashSet<>();
        boolean known = ofFund(visitor, call, "/recipients/unreached", item -> ofFund.add(item.id("investorId")));
        return known
                ? Optional.of(call.lines().stream()
                        .map(CallLine::investor)
                        .filter(ofFund::contains)
                        .distinct()
                        .toList())
                : Optional.empty();
    }

    /** Reads a list of the investors of a call's fund; false where it cannot be read, or the call is not to be issued any more. */
    private boolean ofFund(Visitor visitor, CapitalCall call, String path, Consumer<Answered> each) {
        if (call.checks().isEmpty() || !upstreams.has(Service.NOTIFICATIONS)) {
            return false;
        }
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("fundId", call.fund().toString());
            query.put("limit", Integer.toString(ROWS));
            after.ifPresent(place -> query.put("after", place));
            ServiceReply reply = services.get(visitor.actor(), visitor.locale(), Addresses.with(path, query));
            if (!reply.succeeded()) {
                return false;
            }
            Answered answer = Answered.of(reply);
            answer.objects("items").forEach(each);
            after = answer.textIfAny("next");
            pages++;
        } while (after.isPresent() && pages < MOST_PAGES);
        return true;
    }
}
