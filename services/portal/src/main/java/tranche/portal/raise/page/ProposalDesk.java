package tranche.portal.raise.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/** Asks the service what waits for a second person about a commitment, in the name of whoever reads. */
@Singleton
final class ProposalDesk {

    private static final int ROWS = 500;

    /** Beyond so many, whoever has to answer finds the rest in the queue. */
    private static final int MOST_PAGES = 4;

    /** Of one commitment: each is read for itself, for the list leaves out what there is to approve. */
    private static final int MOST = 5;

    private final ServiceCalls services;
    private final InvestorNames investors;

    ProposalDesk(ServiceCalls services, InvestorNames investors) {
        this.services = services;
        this.investors = investors;
    }

    /**
     * What waits.
     *
     * @param names of the investors that it names, as far as the visitor may know them
     */
    record Proposals(List<Answered> waiting, Map<UUID, String> names) {
        static final Proposals NONE = new Proposals(List.of(), Map.of());
    }

    /** Only of what is closed can be proposed anything, and only staff is told. */
    Proposals about(Visitor visitor, Commitment commitment) {
        if (commitment.state() != CommitmentState.CLOSED || !visitor.access().holds(Role.STAFF, commitment.scope())) {
            return Proposals.NONE;
        }
        List<Answered> waiting = pending(visitor).stream()
                .filter(one -> MotionWords.knows(one.text("command")))
                .filter(one -> one.object("subject").id("id").equals(commitment.id()))
                .limit(MOST)
                .flatMap(one -> whole(visitor, one.id("id")).stream())
                .toList();
        return waiting.isEmpty()
                ? Proposals.NONE
                : new Proposals(
                        waiting,
                        investors.of(
                                visitor.access(),
                                waiting.stream()
                                        .flatMap(one -> named(one.object("content")))
                                        .collect(Collectors.toSet())));
    }

    /** With what there is to approve; empty where it is answered meanwhile. */
    private Optional<Answered> whole(Visitor visitor, UUID id) {
        ServiceReply reply =
                services.get(visitor.actor(), visitor.locale(), "/approvals/" + id + "?service=commitments");
        return Optional.of(Answered.of(reply))
                .filter(one -> one.objectIfAny("content").isPresent());
    }

    private static Stream<UUID> named(Answered content) {
        return Stream.of("investorId", "toInvestorId").flatMap(member -> content.idIfAny(member).stream());
    }

    private List<Answered> pending(Visitor visitor) {
        List<Answered> pending = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("state", "PENDING");
            query.put("service", "commitments");
            query.put("limit", Integer.toString(ROWS));
            after.ifPresent(place -> query.put("after", place));
            ServiceReply reply = services.get(visitor.actor(), visitor.locale(), Addresses.with("/approvals", query));
            Answered page = Answered.of(reply);
            pending.addAll(page.objects("items"));
            after = page.textIfAny("next");
            pages++;
        } while (after.isPresent() && pages < MOST_PAGES);
        return pending;
    }
}
