package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.CONDITIONS_NOT_MET;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CONTENT_CHANGED;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.TrancheCommand.Approve;
import tranche.commitments.drawdown.domain.TrancheCommand.Reconsider;
import tranche.commitments.drawdown.domain.TrancheCommand.Redraft;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.ConditionsMet;
import tranche.commitments.drawdown.domain.TrancheEvent.Created;
import tranche.commitments.drawdown.domain.TrancheEvent.Held;
import tranche.commitments.drawdown.domain.TrancheEvent.Relocked;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.decision.Decision;

/**
 * What a tranche makes of its conditions: it drafts a call when they are met, at most once for each version of them, and
 * takes it back when they fall back (domain §2.6, rules D-5 and D-40).
 */
record TrancheProgress(Tranches tranches, CallDesk desk, Instant now) {

    Decision<TrancheEvent> approve(Approve approve) {
        Optional<Tranche> found = tranches.tranches().get(approve.id());
        Optional<Decision<TrancheEvent>> refusal = TrancheGate.<TrancheEvent>refusal(
                        found, TrancheStep.APPROVE, approve.by(), approve.ifMatch())
                .or(() -> contentChanged(found.orElseThrow(), approve))
                .or(() -> TrancheGate.wrongDay(
                        found.orElseThrow().version(), approve.effectiveDate(), tranches.today(now)))
                .or(() -> gone(found.orElseThrow()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Tranche draft = found.orElseThrow();
        return accepted(then(
                new Created(draft.id(), draft.version().dateOfNext(approve.effectiveDate(), tranches.today(now)))));
    }

    /** Whoever drafted it could not know: the milestone left the plan since. */
    private Optional<Decision<TrancheEvent>> gone(Tranche draft) {
        return new NamedConditions(draft.programme(), draft.id(), tranches.facts())
                .gone(draft.conditions().conditions());
    }

    private static Optional<Decision<TrancheEvent>> contentChanged(Tranche draft, Approve approve) {
        FourEyes present = draft.fourEyes();
        return present.isOf(approve.content())
                ? Optional.empty()
                : Optional.of(refused(
                        CONTENT_CHANGED, Map.of("contentHash", present.content().hex())));
    }

    Decision<TrancheEvent> reconsider(Reconsider reconsider) {
        Optional<Tranche> found = tranches.tranches().get(reconsider.id());
        if (found.isEmpty()) {
            return refused(NOT_FOUND);
        }
        return reconsider.by().isSystem() ? accepted(following(found.get())) : refused(FORBIDDEN);
    }

    /** A person's draft is refused like any other, asks that the conditions still are met, and has that person as maker. */
    Decision<TrancheEvent> redraft(Redraft redraft) {
        Optional<Tranche> found = tranches.tranches().get(redraft.id());
        Optional<Decision<TrancheEvent>> refusal =
                TrancheGate.refusal(found, TrancheStep.REDRAFT, redraft.by(), redraft.ifMatch());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Tranche tranche = found.orElseThrow();
        Evaluation evaluation = evaluate(tranche);
        if (!evaluation.isMet()) {
            return refused(CONDITIONS_NOT_MET);
        }
        CallDraft draft = draft(tranche, evaluation, redraft.call(), redraft.by());
        Optional<Decision.Refused<TrancheEvent>> no = desk.refusal(draft);
        return no.isPresent()
                ? no.get()
                : accepted(new CallDrafted(tranche.id(), draft, evaluation, tranches.dateOfNext(tranche, now)));
    }

    /** An event, and what follows from the conditions as they are after it. */
    List<TrancheEvent> then(TrancheEvent event) {
        List<TrancheEvent> events = new ArrayList<>();
        events.add(event);
        Tranches after = tranches.apply(event, now);
        events.addAll(new TrancheProgress(after, desk, now)
                .following(after.tranches().get(event.id()).orElseThrow()));
        return events;
    }

    private List<TrancheEvent> following(Tranche tranche) {
        if (!tranche.isWaiting()) {
            return List.of();
        }
        Evaluation evaluation = evaluate(tranche);
        boolean isLocked = tranche.state() == TrancheState.LOCKED;
        if (evaluation.isMet()) {
            return isLocked ? met(tranche, evaluation) : List.of();
        }
        return isLocked
                ? List.of()
                : List.of(new Relocked(
                        tranche.id(),
                        evaluation,
                        tranche.evaluation().map(evaluation::openSince).orElse(List.of()),
                        tranche.call(),
                        tranches.dateOfNext(tranche, now)));
    }

    private List<TrancheEvent> met(Tranche tranche, Evaluation evaluation) {
        LocalDate effective = tranches.dateOfNext(tranche, now);
        return List.of(
                new ConditionsMet(tranche.id(), evaluation, effective),
                tranche.hasDrafted()
                        ? new Held(tranche.id(), TrancheHold.DRAFTED_BEFORE, effective)
                        : firstDraft(tranche, evaluation, effective));
    }

    private TrancheEvent firstDraft(Tranche tranche, Evaluation evaluation, LocalDate effective) {
        UUID call = CallDraft.idOf(tranche.id(), tranche.conditions().number());
        CallDraft draft = draft(tranche, evaluation, call, Actor.SYSTEM);
        return desk.refusal(draft)
                .<TrancheEvent>map(no -> new Held(tranche.id(), no.refusal().code(), effective))
                .orElseGet(() -> new CallDrafted(tranche.id(), draft, evaluation, effective));
    }

    private Evaluation evaluate(Tranche tranche) {
        return Evaluation.of(tranche.id(), tranche.conditions(), tranches.facts(), tranches.today(now));
    }

    private CallDraft draft(Tranche tranche, Evaluation evaluation, UUID call, Actor by) {
        Fund fund = tranches.fund().orElseThrow();
        Timetable timetable = Timetable.of(
                fund.today(now),
                tranches.days(),
                Timetable.APPROVAL_DAYS,
                fund.terms().noticeBusinessDays());
        List<MilestoneId> milestones = evaluation.findings().stream()
                .filter(finding -> !finding.isOpen())
                .map(Finding::condition)
                .filter(MilestoneVerified.class::isInstance)
                .map(condition -> ((MilestoneVerified) condition).milestone())
                .distinct()
                .toList();
        return new CallDraft(
                call,
                tranche.id(),
                tranche.conditions().number(),
                tranche.amount(),
                timetable.due(),
                milestones,
                tranches.facts()
                        .verifiersOf(milestones.stream().map(MilestoneId::value).toList()),
                by);
    }
}
