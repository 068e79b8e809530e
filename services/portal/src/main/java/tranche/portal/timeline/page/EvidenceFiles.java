package tranche.portal.timeline.page;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Evidence;
import tranche.portal.timeline.domain.Milestone;

/**
 * What pieces of evidence are called (rule D-47). A name may tell of a person, so no event has it: the service that keeps the
 * files is asked, in the name of whoever reads, and only where there is evidence to be shown.
 */
@Singleton
final class EvidenceFiles {

    /** The contract's largest page. */
    private static final int LIMIT = 500;

    /** More than so many pages nobody waits for: what comes after them goes by its kind. */
    private static final int MOST_PAGES = 4;

    private final ServiceCalls services;
    private final Upstreams upstreams;

    EvidenceFiles(ServiceCalls services, Upstreams upstreams) {
        this.services = services;
        this.upstreams = upstreams;
    }

    /**
     * The names by the ids of the pieces; without those that have none, or that the service does not tell now.
     *
     * @param of the path of the project or milestone that they belong to
     */
    Map<UUID, String> of(Visitor visitor, String of, List<Milestone> milestones) {
        Set<UUID> shown = milestones.stream()
                .flatMap(milestone -> milestone.evidence().stream())
                .map(Evidence::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<UUID, String> names = new HashMap<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES && !shown.isEmpty() && upstreams.has(Service.MILESTONES); page++) {
            ServiceReply reply = services.get(visitor.actor(), visitor.locale(), list(of, after));
            if (!reply.succeeded()) {
                break;
            }
            Answered answered = Answered.of(reply);
            answered.objects("items").forEach(piece -> {
                if (shown.remove(piece.id("id"))) {
                    piece.textIfAny("name").ifPresent(name -> names.put(piece.id("id"), name));
                }
            });
            after = answered.textIfAny("next");
            if (after.isEmpty()) {
                break;
            }
        }
        return names;
    }

    private static String list(String of, Optional<String> after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(LIMIT));
        query.put("after", after.orElse(""));
        return Addresses.with(of + "/evidence", query);
    }
}
