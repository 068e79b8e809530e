package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.CONTENT_CHANGED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import tranche.commitments.drawdown.domain.CallCommand.ApproveCall;
import tranche.commitments.drawdown.domain.CallCommand.CancelCall;
import tranche.commitments.drawdown.domain.CallCommand.ReopenCall;
import tranche.commitments.drawdown.domain.CallCommand.ReturnCall;
import tranche.commitments.drawdown.domain.CallEvent.Approved;
import tranche.commitments.drawdown.domain.CallEvent.Cancelled;
import tranche.commitments.drawdown.domain.CallEvent.Reopened;
import tranche.commitments.drawdown.domain.CallEvent.Returned;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.decision.Decision;

/** How a draft is approved, sent back, made a draft again or called off (domain §2.2). */
record CallApproval(Drawdowns state, Instant now) {

    Decision<DrawdownEvent> approve(ApproveCall approve) {
        Optional<CapitalCall> found = state.calls().get(approve.id());
        Set<Maker> verifiers =
                found.flatMap(CapitalCall::release).map(state::verifiersOf).orElse(Set.of());
        Optional<Decision<DrawdownEvent>> closed = CallGate.<DrawdownEvent>ofApproving(found, approve, verifiers)
                .or(() -> CallGuard.refusal(CallStep.APPROVE, found.orElseThrow(), state, now));
        if (closed.isPresent()) {
            return closed.get();
        }
        CapitalCall call = found.orElseThrow();
        return call.contentHash().equals(approve.content())
                ? accepted(new Approved(call.id(), on(call), approve.by().asMaker()))
                : refused(
                        CONTENT_CHANGED,
                        Map.of("contentHash", call.contentHash().hex()));
    }

    Decision<DrawdownEvent> sendBack(ReturnCall back) {
        return withReason(
                back.id(),
                CallStep.RETURN,
                back.reason(),
                back.by(),
                back.ifMatch(),
                (call, on) -> new Returned(call.id(), back.reason(), on));
    }

    Decision<DrawdownEvent> reopen(ReopenCall reopen) {
        return withReason(
                reopen.id(),
                CallStep.REOPEN,
                reopen.reason(),
                reopen.by(),
                reopen.ifMatch(),
                (call, on) -> new Reopened(call.id(), reopen.reason(), on));
    }

    Decision<DrawdownEvent> cancel(CancelCall cancel) {
        return withReason(
                cancel.id(),
                CallStep.CANCEL,
                cancel.reason(),
                cancel.by(),
                cancel.ifMatch(),
                (call, on) -> new Cancelled(call.id(), call.state(), cancel.reason(), on));
    }

    private Decision<DrawdownEvent> withReason(
            CallId id,
            CallStep step,
            String reason,
            Actor by,
            OptionalLong ifMatch,
            BiFunction<CapitalCall, LocalDate, DrawdownEvent> event) {
        Optional<CapitalCall> found = state.calls().get(id);
        Optional<Decision<DrawdownEvent>> closed = CallGate.refusal(found, step, by, ifMatch);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (reason.isBlank()) {
            return refused(REASON_MISSING);
        }
        CapitalCall call = found.orElseThrow();
        return accepted(event.apply(call, on(call)));
    }

    private LocalDate on(CapitalCall call) {
        return Dates.later(state.today(now), call.version().effectiveDate());
    }
}
