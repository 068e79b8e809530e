package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.drawdown.domain.CallCheck.Hand;
import tranche.commitments.drawdown.domain.CallCheck.Outcome;
import tranche.commitments.drawdown.domain.CallCheck.Verdict;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.decision.Decision;

/**
 * The guards of what comes next for a call (domain §2.2), asked of the very code that refuses the step.
 *
 * @param state with the call, its lines, their commitments and the tranche that drafted it
 * @param next the step that leads on
 */
public record CallChecks(Drawdowns state, CapitalCall call, CallStep next, Actor reader, Instant now) {

    /** In the order in which they are read; none where nothing is left to approve or to issue. */
    public static List<CallCheck> of(Drawdowns state, CallId id, Actor reader, Instant now) {
        return state.calls()
                .get(id)
                .flatMap(call -> next(call.state()).map(next -> new CallChecks(state, call, next, reader, now)))
                .map(CallChecks::all)
                .orElse(List.of());
    }

    private static Optional<CallStep> next(CallState state) {
        return switch (state) {
            case DRAFT -> Optional.of(CallStep.APPROVE);
            case APPROVED -> Optional.of(CallStep.ISSUE);
            case ISSUED, PART_PAID, OVERDUE, PAID, CANCELLED, REVERSED -> Optional.empty();
        };
    }

    private List<CallCheck> all() {
        List<CallCheck> checks = new ArrayList<>();
        tranche().ifPresent(tranche -> {
            checks.add(conditions(tranche));
            checks.add(new CallCheck.TrancheAmount(verdict(CallGuard.WHOLE), tranche.amount()));
        });
        checks.add(new CallCheck.Uncalled(
                verdict(CallGuard.UNCALLED),
                state.linesOf(call.id()).size(),
                CallGuard.beyondUncalled(call, state).size()));
        checks.add(new CallCheck.Notice(
                verdict(CallGuard.NOTICE),
                state.fund().orElseThrow().terms().noticeBusinessDays(),
                CallGuard.earliestDue(state, now)));
        if (reader.access().holds(next.roles(), call.scope())) {
            checks.add(eyes());
        }
        return checks;
    }

    private Optional<Tranche> tranche() {
        return call.release().flatMap(from -> state.tranches().tranches().get(from.tranche()));
    }

    private CallCheck conditions(Tranche tranche) {
        List<ConditionStatus> milestones =
                Evaluation.of(
                                tranche.id(),
                                tranche.conditions(),
                                state.tranches().facts(),
                                state.today(now))
                        .findings()
                        .stream()
                        .filter(finding -> finding.condition() instanceof MilestoneVerified)
                        .map(Finding::status)
                        .toList();
        return new CallCheck.Conditions(
                verdict(CallGuard.CONDITIONS),
                milestones.size(),
                count(milestones, ConditionStatus.MET),
                count(milestones, ConditionStatus.WAIVED),
                tranche.conditions().milestones().stream()
                        .flatMap(id -> state.tranches().facts().milestone(id).stream())
                        .flatMap(milestone -> milestone.achievement().stream())
                        .mapToInt(achievement -> achievement.evidence().size())
                        .sum());
    }

    private static int count(List<ConditionStatus> statuses, ConditionStatus wanted) {
        return Math.toIntExact(
                statuses.stream().filter(status -> status == wanted).count());
    }

    private CallCheck eyes() {
        Set<Maker> verifiers = call.release().map(state::verifiersOf).orElse(Set.of());
        Set<Hand> because = EnumSet.noneOf(Hand.class);
        switch (next) {
            case APPROVE -> {
                if (call.makers().stream().anyMatch(reader::isSamePersonAs)) {
                    because.add(Hand.MAKER);
                }
                if (verifiers.stream().anyMatch(reader::isSamePersonAs)) {
                    because.add(Hand.VERIFIER);
                }
            }
            case ISSUE -> because.add(Hand.APPROVER);
            case EDIT, RETURN, REOPEN, CANCEL, REVERSE -> {}
        }
        return CallGate.<DrawdownEvent>fourEyes(call, next, reader, verifiers)
                .map(no -> new CallCheck.Eyes(stopped(no, Outcome.STOP), next, because))
                .orElseGet(() -> new CallCheck.Eyes(Verdict.PASS, next, Set.of()));
    }

    /** What the next step asks stops it; what only a later one asks is said in time. */
    private Verdict verdict(CallGuard guard) {
        return guard.<DrawdownEvent>refusal(call, state, now)
                .map(no -> stopped(no, CallGuard.of(next).contains(guard) ? Outcome.STOP : Outcome.WARNING))
                .orElse(Verdict.PASS);
    }

    private static Verdict stopped(Decision<DrawdownEvent> decision, Outcome outcome) {
        return switch (decision) {
            case Decision.Refused<DrawdownEvent> no ->
                new Verdict(outcome, Optional.of(no.refusal().code()));
            case Decision.Accepted<DrawdownEvent> _ -> Verdict.PASS;
        };
    }
}
