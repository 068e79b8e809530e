package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/** Asks the services what waits for a person, in the name of whoever reads. */
@Singleton
final class ApprovalDesk {

    /** Of each kind: whoever has more to do than this begins with these. */
    private static final int MOST = 100;

    private static final String LIMIT = "&limit=" + MOST;

    private final ServiceCalls services;
    private final Upstreams upstreams;
    private final OwnProposals own;

    ApprovalDesk(ServiceCalls services, Upstreams upstreams, OwnProposals own) {
        this.services = services;
        this.upstreams = upstreams;
        this.own = own;
    }

    /**
     * What waits.
     *
     * @param whole whether every service has said what it has
     * @param more whether there is more of some kind than is shown of it
     */
    record Queue(List<Waiting> items, boolean whole, boolean more) {}

    Queue queue(Visitor visitor) {
        List<Waiting> items = new ArrayList<>();
        List<Optional<Boolean>> answers = new ArrayList<>();
        for (Source source : List.of(Source.COMMITMENTS, Source.MILESTONES)) {
            answers.add(add(
                    visitor,
                    items,
                    "/approvals?state=PENDING&service=" + source.code() + LIMIT,
                    one -> proposal(one, source)));
        }
        List<Waiting> grants = own.pending(visitor, MOST + 1);
        items.addAll(grants.subList(0, Math.min(grants.size(), MOST)));
        answers.add(Optional.of(grants.size() > MOST));
        if (visitor.hasAnyOf(Role.APPROVER, Role.FUND_MANAGER, Role.AUDITOR)) {
            answers.add(add(visitor, items, "/commitments?state=SUBMITTED" + LIMIT, ApprovalDesk::commitment));
            answers.add(add(visitor, items, "/capital-calls?state=DRAFT" + LIMIT, ApprovalDesk::call));
            answers.add(add(visitor, items, "/tranches?state=DRAFT" + LIMIT, ApprovalDesk::tranche));
            answers.add(add(visitor, items, "/closings?state=PLANNED" + LIMIT, ApprovalDesk::closing));
            answers.add(add(visitor, items, "/bank-accounts?state=PROPOSED" + LIMIT, ApprovalDesk::account));
        }
        if (visitor.hasAnyOf(Role.VERIFIER)) {
            answers.add(add(visitor, items, "/milestones?state=UNDER_REVIEW" + LIMIT, ApprovalDesk::milestone));
        }
        items.sort(Comparator.comparing(Waiting::rank));
        return new Queue(
                List.copyOf(items),
                answers.stream().allMatch(Optional::isPresent),
                answers.stream().anyMatch(answer -> answer.orElse(false)));
    }

    /** Adds what a service has of a kind; whether it has more. Empty where it does not say. */
    private Optional<Boolean> add(Visitor visitor, List<Waiting> items, String path, Function<Answered, Waiting> read) {
        boolean ofMilestones = path.startsWith("/milestones") || path.contains("service=milestones");
        if (ofMilestones && !upstreams.has(Service.MILESTONES)) {
            return Optional.of(false);
        }
        ServiceReply reply = services.get(visitor.actor(), visitor.locale(), path);
        if (!reply.succeeded()) {
            return Optional.empty();
        }
        Answered page = Answered.of(reply);
        page.objects("items").forEach(one -> items.add(read.apply(one)));
        return Optional.of(page.textIfAny("next").isPresent());
    }

    /** What is said of one by whoever keeps it. */
    ServiceReply one(Visitor visitor, Source source, UUID id) {
        return source == Source.PORTAL
                ? own.one(visitor, id)
                : services.get(visitor.actor(), visitor.locale(), source.path(id));
    }

    /**
     * Gives a person's answer to whoever keeps it.
     *
     * @param body as the contract has it
     * @param once the same form sent twice acts once
     */
    ServiceReply answer(
            Visitor visitor, Source source, UUID id, String command, Map<String, String> body, String once) {
        return source == Source.PORTAL
                ? own.answer(visitor, id, command, body, once)
                : services.send(
                        visitor.actor(),
                        visitor.locale(),
                        "POST",
                        source.path(id, command),
                        body,
                        Optional.empty(),
                        once);
    }

    private static Waiting proposal(Answered one, Source source) {
        return new Waiting(
                one.text("command"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                one.objectIfAny("subject")
                        .filter(subject -> subject.text("type").equals("commitment"))
                        .map(subject -> subject.id("id")),
                one.idIfAny("proposedBy"),
                Optional.empty(),
                Optional.of(one.instant("expiresAt")),
                source.address(one.id("id")));
    }

    private static Waiting commitment(Answered one) {
        return object("commitment", Optional.empty(), one, "amount", "/commitments/" + one.id("id"));
    }

    private static Waiting call(Answered one) {
        return object("call", one.textIfAny("reference"), one, "total", "/calls/" + one.id("id"));
    }

    private static Waiting tranche(Answered one) {
        return object("tranche", one.textIfAny("name"), one, "amount", Source.TRANCHES.address(one.id("id")));
    }

    private static Waiting closing(Answered one) {
        return object("closing", Optional.empty(), one, "amount", Source.CLOSINGS.address(one.id("id")));
    }

    private static Waiting account(Answered one) {
        String address = Source.ACCOUNTS.address(one.id("id"));
        return object("account", one.textIfAny("holder"), one, "amount", address);
    }

    private static Waiting milestone(Answered one) {
        String address = "/projects/" + one.id("projectId") + "#m-" + one.id("id");
        return object("milestone", one.textIfAny("name"), one, "amount", address);
    }

    private static Waiting object(String kind, Optional<String> name, Answered one, String amount, String address) {
        return new Waiting(
                kind,
                name,
                one.moneyIfAny(amount),
                one.idIfAny("fundId"),
                Optional.empty(),
                Optional.empty(),
                one.textIfAny("recordedAt").map(java.time.Instant::parse),
                Optional.empty(),
                address);
    }
}
