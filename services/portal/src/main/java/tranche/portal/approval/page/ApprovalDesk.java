package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.portal.approval.store.OwnDrafts;
import tranche.portal.frame.page.Counted;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.WorkList;
import tranche.portal.timeline.domain.WorkList.Task;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Asks the services what waits for a person, in the name of whoever reads. */
@Singleton
final class ApprovalDesk {

    /** Of each kind: whoever has more to do than this begins with these. */
    private static final int MOST = 100;

    /** What a verifier is asked to decide on. */
    private static final String CLAIM = "milestone";

    private static final String LIMIT = "&limit=" + MOST;

    /** Who looks at all that waits. */
    private static final Set<Role> LOOKING = Set.of(Role.APPROVER, Role.AUDITOR);

    private static final Set<Role> APPROVING = Set.of(Role.APPROVER);

    private static final Set<Role> MANAGING = Set.of(Role.APPROVER, Role.AUDITOR, Role.FUND_MANAGER);

    private final ServiceCalls services;
    private final Upstreams upstreams;
    private final OwnProposals own;
    private final OwnDrafts ownDrafts;
    private final WorkList work;

    ApprovalDesk(ServiceCalls services, Upstreams upstreams, OwnProposals own, OwnDrafts ownDrafts, WorkList work) {
        this.services = services;
        this.upstreams = upstreams;
        this.own = own;
        this.ownDrafts = ownDrafts;
        this.work = work;
    }

    /**
     * What waits.
     *
     * @param whole whether every service has said what it has
     * @param more whether there is more of some kind than is shown of it
     */
    record Queue(List<Waiting> items, boolean whole, boolean more) {}

    /**
     * What waits for somebody to answer it who reads it as an approver or an auditor, and for everybody else what is their own:
     * what they proposed or drafted, and what they are to verify.
     */
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
        items.removeIf(proposal -> !isForAll(visitor, Scope.DEPLOYMENT) && !isBy(visitor, proposal));
        if (visitor.hasAnyOf(Role.APPROVER, Role.FUND_MANAGER, Role.AUDITOR)) {
            answers.addAll(drafts(visitor, items));
        }
        if (visitor.hasAnyOf(Role.VERIFIER)) {
            List<Task> claims = work.verified(visitor.actor(), MOST + 1);
            claims.stream().limit(MOST).map(ApprovalDesk::claim).forEach(items::add);
            answers.add(Optional.of(claims.size() > MOST));
        }
        items.sort(Waiting.IN_ORDER);
        return new Queue(
                List.copyOf(items),
                answers.stream().allMatch(Optional::isPresent),
                answers.stream().anyMatch(answer -> answer.orElse(false)));
    }

    /**
     * How much of what waits the visitor can answer, at most {@link Counted#MOST}: what somebody else proposed, drafted or
     * claimed. Empty where a service does not say what it has.
     */
    OptionalInt answerable(Visitor visitor) {
        if (!visitor.hasAnyOf(Role.APPROVER)) {
            return OptionalInt.of(work.verified(visitor.actor(), Counted.MOST).size());
        }
        Queue queue = queue(visitor);
        if (!queue.whole()) {
            return OptionalInt.empty();
        }
        List<UUID> others = queue.items().stream()
                .filter(one -> isClaim(one) || isApprover(visitor, one) && !isBy(visitor, one))
                .map(Waiting::id)
                .toList();
        int own = ownDrafts.of(visitor.actor(), others).size();
        return OptionalInt.of(Math.min(others.size() - own, Counted.MOST));
    }

    /** Of claims only those are here that the visitor may verify. */
    private static boolean isClaim(Waiting one) {
        return one.kind().equals(CLAIM);
    }

    private static boolean isApprover(Visitor visitor, Waiting one) {
        return holds(visitor, APPROVING, one.scope().orElse(Scope.DEPLOYMENT));
    }

    /** Tranches, closings and accounts are drafted by the managers of their fund alone: these see them all. */
    private List<Optional<Boolean>> drafts(Visitor visitor, List<Waiting> items) {
        List<Waiting> made = new ArrayList<>();
        List<Waiting> ofManagers = new ArrayList<>();
        List<Optional<Boolean>> answers = List.of(
                add(visitor, made, "/commitments?state=SUBMITTED" + LIMIT, ApprovalDesk::commitment),
                add(visitor, made, "/capital-calls?state=DRAFT" + LIMIT, ApprovalDesk::call),
                add(visitor, ofManagers, "/tranches?state=DRAFT" + LIMIT, ApprovalDesk::tranche),
                add(visitor, ofManagers, "/closings?state=PLANNED" + LIMIT, ApprovalDesk::closing),
                add(visitor, ofManagers, "/bank-accounts?state=PROPOSED" + LIMIT, ApprovalDesk::account));
        List<UUID> asked = made.stream()
                .filter(draft -> !isForAll(visitor, draft.scope().orElse(Scope.DEPLOYMENT)))
                .map(Waiting::id)
                .toList();
        Set<UUID> mine = ownDrafts.of(visitor.actor(), asked);
        made.stream()
                .filter(draft -> !asked.contains(draft.id()) || mine.contains(draft.id()))
                .forEach(items::add);
        ofManagers.stream()
                .filter(draft -> visitor.access().holds(MANAGING, draft.scope().orElse(Scope.DEPLOYMENT)))
                .forEach(items::add);
        return answers;
    }

    /** Of a proposal its service has looked at the scope already: the role alone is asked for. */
    private static boolean holds(Visitor visitor, Set<Role> roles, Scope scope) {
        return scope.equals(Scope.DEPLOYMENT)
                ? roles.stream().anyMatch(visitor.access()::holdsAnywhere)
                : visitor.access().holds(roles, scope);
    }

    private static boolean isForAll(Visitor visitor, Scope scope) {
        return holds(visitor, LOOKING, scope);
    }

    private static boolean isBy(Visitor visitor, Waiting proposal) {
        return proposal.by().filter(visitor.actor().accounts()::contains).isPresent();
    }

    /** Adds what a service has of a kind; whether it has more. Empty where it does not say. */
    private Optional<Boolean> add(Visitor visitor, List<Waiting> items, String path, Function<Answered, Waiting> read) {
        if (path.contains("service=milestones") && !upstreams.has(Service.MILESTONES)) {
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
                one.id("id"),
                Optional.empty(),
                Wanted.subject(one),
                Optional.empty(),
                // A list leaves out what there is to approve.
                Optional.empty(),
                Optional.empty(),
                one.idIfAny("proposedBy"),
                Optional.empty(),
                Optional.of(one.instant("expiresAt")),
                source.address(one.id("id")));
    }

    private static Waiting commitment(Answered one) {
        Optional<Waiting.Subject> investor =
                one.idIfAny("investorId").map(id -> new Waiting.Subject(Wanted.Kind.INVESTOR, id));
        return draft("commitment", Optional.empty(), investor, one, "amount", "/commitments/" + one.id("id"));
    }

    private static Waiting call(Answered one) {
        return draft("call", one.textIfAny("reference"), Optional.empty(), one, "total", "/calls/" + one.id("id"));
    }

    private static Waiting tranche(Answered one) {
        String address = Source.TRANCHES.address(one.id("id"));
        return draft("tranche", one.textIfAny("name"), Optional.empty(), one, "amount", address);
    }

    private static Waiting closing(Answered one) {
        String address = Source.CLOSINGS.address(one.id("id"));
        return draft("closing", Optional.empty(), Optional.empty(), one, "amount", address);
    }

    private static Waiting account(Answered one) {
        String address = Source.ACCOUNTS.address(one.id("id"));
        return draft("account", one.textIfAny("holder"), Optional.empty(), one, "amount", address);
    }

    private static Waiting claim(Task task) {
        return new Waiting(
                CLAIM,
                task.milestone(),
                Optional.of(task.name()),
                Optional.of(new Waiting.Subject(Wanted.Kind.MILESTONE, task.milestone())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(task.changed()),
                Optional.empty(),
                "/milestones/" + task.milestone());
    }

    private static Waiting draft(
            String kind,
            Optional<String> name,
            Optional<Waiting.Subject> subject,
            Answered one,
            String amount,
            String address) {
        return new Waiting(
                kind,
                one.id("id"),
                name,
                subject,
                one.dayIfAny("date"),
                one.moneyIfAny(amount),
                one.idIfAny("fundId").map(fund -> scope(one, fund)),
                Optional.empty(),
                one.textIfAny("recordedAt").map(Instant::parse),
                Optional.empty(),
                address);
    }

    private static Scope scope(Answered one, UUID fund) {
        return new Scope(one.idIfAny("programmeId"), Optional.of(fund), Optional.empty(), Optional.empty());
    }
}
