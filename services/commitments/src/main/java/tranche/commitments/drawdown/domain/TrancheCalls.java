package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.DraftCall;
import tranche.commitments.drawdown.domain.CallCommand.IssueCall;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/**
 * What a tranche does to its call and a call to its tranche, each in one decision: a call that is drafted or cancelled with
 * its tranche is so at once, and a tranche whose call is issued or cancelled is released or held at once (domain §2.6).
 */
record TrancheCalls(Drawdowns state, Instant now) {

    /** Why a call is cancelled whose tranche is locked again: a code, as no person gives a reason. */
    static final String CONDITIONS_FELL_BACK = "conditions-fell-back";

    Decision<DrawdownEvent> decide(TrancheCommand command) {
        return switch (state.tranches().decide(command, this::refusal, now)) {
            case Decision.Refused<TrancheEvent>(var refusal, Map<String, Object> facts) ->
                Decision.refused(refusal, facts);
            case Decision.Accepted<TrancheEvent>(List<TrancheEvent> events) -> Decision.accepted(withCalls(events));
        };
    }

    /** A call that is there already was drafted of the same conditions: it is not drafted again, and none was drafted now. */
    private Optional<Decision.Refused<TrancheEvent>> refusal(CallDraft draft) {
        return switch (new CallDrafting(state, now).draft(command(draft))) {
            case Decision.Refused<DrawdownEvent>(var refusal, Map<String, Object> facts) ->
                Optional.of(new Decision.Refused<>(refusal, facts));
            case Decision.Accepted<DrawdownEvent>(List<DrawdownEvent> events) ->
                events.isEmpty()
                        ? Optional.of(new Decision.Refused<>(TrancheRefusal.DRAFTED_BEFORE, Map.of()))
                        : Optional.empty();
        };
    }

    private DraftCall command(CallDraft draft) {
        var investment = new CallComponent(ComponentType.INVESTMENT, draft.amount());
        String purpose =
                state.tranches().tranches().get(draft.tranche()).orElseThrow().name();
        return new DraftCall(
                new CallId(draft.call()),
                new CallContent(draft.due(), List.of(investment), purpose),
                Optional.of(new Release(
                        draft.tranche(),
                        draft.conditionVersion(),
                        draft.milestones().stream().map(MilestoneId::value).toList(),
                        draft.verifiers())),
                draft.by());
    }

    /** Each event of a tranche with what it does to a call right after it. */
    private List<DrawdownEvent> withCalls(List<TrancheEvent> events) {
        List<DrawdownEvent> all = new ArrayList<>();
        Drawdowns moving = state;
        for (TrancheEvent event : events) {
            moving = append(all, moving, event);
            for (DrawdownEvent ofCall : new TrancheCalls(moving, now).following(event)) {
                moving = append(all, moving, ofCall);
            }
        }
        return all;
    }

    private Drawdowns append(List<DrawdownEvent> all, Drawdowns before, DrawdownEvent event) {
        all.add(event);
        return before.apply(event, now);
    }

    private List<DrawdownEvent> following(TrancheEvent event) {
        if (event instanceof TrancheEvent.CallDrafted drafted) {
            return accepted(new CallDrafting(state, now).draft(command(drafted.draft())));
        }
        return event.cancelledCall()
                .map(call -> accepted(new CallApproval(state, now).cancel(cancellation(call, event))))
                .orElse(List.of());
    }

    private static CancelCall cancellation(UUID call, TrancheEvent event) {
        String reason = switch (event) {
            case TrancheEvent.Amended amended -> amended.reason();
            case TrancheEvent.Cancelled cancelled -> cancelled.reason();
            default -> CONDITIONS_FELL_BACK;
        };
        return new CancelCall(new CallId(call), reason, Actor.SYSTEM, OptionalLong.empty());
    }

    private static List<DrawdownEvent> accepted(Decision<DrawdownEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<DrawdownEvent>(List<DrawdownEvent> events) -> events;
            case Decision.Refused<DrawdownEvent> refused ->
                throw new IllegalStateException("D-40: a call does not follow its tranche: " + refused);
        };
    }

    /** What a person's step on a call makes of the tranche that drafted it. */
    Decision<DrawdownEvent> withTranche(CallCommand command, Decision<DrawdownEvent> decision) {
        if (!(decision instanceof Decision.Accepted<DrawdownEvent>(List<DrawdownEvent> events))) {
            return decision;
        }
        UUID call = command.id().value();
        List<DrawdownEvent> all = new ArrayList<>(events);
        switch (command) {
            case IssueCall _ -> all.addAll(state.tranches().issued(call, now));
            case CancelCall _ -> all.addAll(state.tranches().cancelled(call, now));
            default -> throw new IllegalArgumentException("moves no tranche: " + command);
        }
        return Decision.accepted(all);
    }
}
