package tranche.portal.timeline.page;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.PlanStep;

/** Floats and the critical path: asked of the service, in the name of whoever reads, because they are of today. */
@Singleton
final class PlanSteps {

    private final ServiceCalls services;
    private final Upstreams upstreams;

    PlanSteps(ServiceCalls services, Upstreams upstreams) {
        this.services = services;
        this.upstreams = upstreams;
    }

    /** Where the plan of a project puts its milestones; empty where the service does not tell this reader, or not now. */
    Optional<List<PlanStep>> of(Visitor visitor, UUID project) {
        if (!upstreams.has(Service.MILESTONES)) {
            return Optional.empty();
        }
        ServiceReply reply = services.get(visitor.actor(), visitor.locale(), "/projects/" + project + "/plan");
        return reply.succeeded()
                ? Optional.of(Answered.of(reply).objects("nodes").stream()
                        .map(node -> new PlanStep(
                                node.id("milestoneId"),
                                node.wholeIfAny("totalFloatDays").map(Math::toIntExact),
                                node.is("critical")))
                        .toList())
                : Optional.empty();
    }
}
