package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_WITHOUT_COMMITMENTS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_IN_ANOTHER_CLOSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_NOT_ACCEPTED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_OF_ANOTHER_FUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.NOT_FOUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.REASON_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tranche.commitments.commitment.domain.ClosingCommand.Approve;
import tranche.commitments.commitment.domain.ClosingCommand.CancelClosing;
import tranche.commitments.commitment.domain.ClosingCommand.Plan;
import tranche.commitments.commitment.domain.ClosingCommand.TakeEffect;
import tranche.commitments.commitment.domain.ClosingEvent.Approved;
import tranche.commitments.commitment.domain.ClosingEvent.ClosingCancelled;
import tranche.commitments.commitment.domain.ClosingEvent.Effective;
import tranche.commitments.commitment.domain.ClosingEvent.Planned;
import tranche.commitments.commitment.domain.CommitmentEvent.Closed;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * How a closing is planned, approved, takes effect or is called off (domain §2.1).
 *
 * <p>At a subsequent closing of a fund that has issued no call there is nothing to equalise (§5.4).
 */
record ClosingDecisions(FundBook book, Instant now) {

    /** Ids that a refusal names; the rest of ten thousand helps nobody. */
    private static final int MOST_NAMED = 20;

    Decision<BookEvent> plan(Plan plan) {
        Optional<Fund> seen = book.fund().filter(fund -> plan.by().access().holds(Fund.READERS, fund.scope()));
        if (seen.isEmpty()) {
            return refused(NOT_FOUND);
        }
        Fund fund = seen.get();
        if (!plan.by().access().holds(Role.FUND_MANAGER, fund.scope())) {
            return refused(FORBIDDEN);
        }
        List<CommitmentId> ids = plan.commitments().stream().distinct().sorted().toList();
        List<CommitmentId> own = ids.stream().filter(id -> isOf(fund, id)).toList();
        Optional<Version> later = versionAfter(own, plan.date());
        if (later.isPresent()) {
            return Dates.beforeLast(later.get());
        }
        List<String> elsewhere = inOpenClosings(own);
        if (!elsewhere.isEmpty()) {
            return refused(COMMITMENT_IN_ANOTHER_CLOSING, Map.of("commitmentIds", elsewhere));
        }
        List<String> unseen = unseen(plan);
        if (!unseen.isEmpty()) {
            return refused(UNKNOWN_REFERENCE, Map.of("fields", unseen));
        }
        List<String> strangers = named(ids, id -> !isOf(fund, id));
        if (!strangers.isEmpty()) {
            return refused(COMMITMENT_OF_ANOTHER_FUND, Map.of("commitmentIds", strangers));
        }
        if (ids.isEmpty()) {
            return refused(CLOSING_WITHOUT_COMMITMENTS);
        }
        return accepted(new Planned(
                plan.id(),
                fund.programme(),
                fund.id(),
                plan.kind(),
                plan.date(),
                ids,
                Closing.effectiveDate(plan.date(), fund.today(now)),
                plan.by().asMaker()));
    }

    /**
     * Whatever its day, only what can no longer be edited is approved: an accepted commitment keeps its content, so that
     * the closing takes effect with what was approved (rule D-6).
     */
    Decision<BookEvent> approve(Approve approve) {
        Optional<Closing> found = book.closings().get(approve.id());
        var refusal = Gate.refusal(found, ClosingStep.APPROVE, approve.by(), approve.ifMatch());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Closing closing = found.orElseThrow();
        LocalDate today = Dates.today(book, now);
        FourEyes present = FourEyes.madeBy(closing.maker(), closing.contentHash(book.commitments()));
        if (!present.isOf(approve.content())) {
            return refused(
                    CONTENT_CHANGED, Map.of("contentHash", present.content().hex()));
        }
        Optional<Decision<BookEvent>> notYet = cannotClose(closing);
        if (notYet.isPresent()) {
            return notYet.get();
        }
        List<BookEvent> events = new ArrayList<>();
        events.add(new Approved(closing.id(), Closing.effectiveDate(closing.date(), today)));
        if (isDue(closing, today)) {
            events.addAll(effects(closing));
        }
        return accepted(events);
    }

    private boolean isOf(Fund fund, CommitmentId id) {
        return book.commitments()
                .get(id)
                .filter(commitment -> commitment.fund().equals(fund.id()))
                .isPresent();
    }

    /** Where the plan names commitments that are not there, or that its maker does not see. */
    private List<String> unseen(Plan plan) {
        return IntStream.range(0, plan.commitments().size())
                .filter(i -> book.commitments()
                        .get(plan.commitments().get(i))
                        .filter(commitment -> plan.by().access().holds(Commitment.READERS, commitment.scope()))
                        .isEmpty())
                .mapToObj(i -> "commitmentIds/" + i)
                .toList();
    }

    Decision<BookEvent> takeEffect(TakeEffect effect) {
        Optional<Closing> found = book.closings().get(effect.id());
        if (found.isEmpty()) {
            return refused(NOT_FOUND);
        }
        Closing closing = found.get();
        if (!effect.by().isSystem()) {
            return refused(FORBIDDEN);
        }
        if (closing.state() != ClosingState.APPROVED) {
            List<String> allowed =
                    closing.allowed().stream().map(ClosingStep::command).toList();
            return refused(INVALID_STATE, Map.of("state", closing.state().name(), "allowed", allowed));
        }
        Optional<Decision<BookEvent>> refusal = cannotClose(closing);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return isDue(closing, Dates.today(book, now))
                ? accepted(effects(closing))
                : refused(CLOSING_DATE_AHEAD, Map.of("date", closing.date().toString()));
    }

    Decision<BookEvent> cancel(CancelClosing cancel) {
        Optional<Closing> found = book.closings().get(cancel.id());
        var refusal = Gate.refusal(found, ClosingStep.CANCEL, cancel.by(), cancel.ifMatch());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (cancel.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Closing closing = found.orElseThrow();
        return accepted(new ClosingCancelled(
                cancel.id(), cancel.reason(), Closing.effectiveDate(closing.date(), Dates.today(book, now))));
    }

    private static boolean isDue(Closing closing, LocalDate today) {
        return !closing.date().isAfter(today);
    }

    /** All its commitments are accepted, and none has moved on beyond the closing's date. */
    private Optional<Decision<BookEvent>> cannotClose(Closing closing) {
        Optional<Version> later = versionAfter(closing.commitments(), closing.date());
        if (later.isPresent()) {
            return Optional.of(Dates.beforeLast(later.get()));
        }
        List<String> notAccepted = named(
                closing.commitments(),
                id -> book.commitments()
                        .get(id)
                        .filter(commitment -> commitment.state() == CommitmentState.ACCEPTED)
                        .isEmpty());
        return notAccepted.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(COMMITMENT_NOT_ACCEPTED, Map.of("commitmentIds", notAccepted)));
    }

    /** Each of its commitments tells the same total: what is committed once all of them are in. */
    private List<BookEvent> effects(Closing closing) {
        Money committed = closing.commitments().stream()
                .map(id -> book.commitments().get(id).orElseThrow().amount())
                .reduce(book.total().committed(), Money::plus);
        List<BookEvent> events = new ArrayList<>();
        events.add(new Effective(closing.id(), closing.date()));
        for (CommitmentId commitment : closing.commitments()) {
            events.add(new Closed(commitment, closing.id(), committed, closing.date()));
        }
        return events;
    }

    private Optional<Version> versionAfter(List<CommitmentId> ids, LocalDate date) {
        return ids.stream()
                .flatMap(id -> book.commitments().get(id).stream())
                .map(Commitment::version)
                .filter(version -> version.isAfter(date))
                .findFirst();
    }

    private List<String> inOpenClosings(List<CommitmentId> ids) {
        Set<CommitmentId> taken = new HashSet<>();
        for (Closing closing : book.closings().values()) {
            if (closing.isOpen()) {
                taken.addAll(closing.commitments());
            }
        }
        return named(ids, taken::contains);
    }

    private static List<String> named(List<CommitmentId> ids, Predicate<CommitmentId> which) {
        return ids.stream()
                .filter(which)
                .limit(MOST_NAMED)
                .map(CommitmentId::toString)
                .toList();
    }
}
