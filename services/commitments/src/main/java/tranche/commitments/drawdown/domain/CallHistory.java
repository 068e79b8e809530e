package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.CallEvent.Approved;
import tranche.commitments.drawdown.domain.CallEvent.Cancelled;
import tranche.commitments.drawdown.domain.CallEvent.DraftEdited;
import tranche.commitments.drawdown.domain.CallEvent.Drafted;
import tranche.commitments.drawdown.domain.CallEvent.Issued;
import tranche.commitments.drawdown.domain.CallEvent.LineDueSoon;
import tranche.commitments.drawdown.domain.CallEvent.LineEvent;
import tranche.commitments.drawdown.domain.CallEvent.LineIssued;
import tranche.commitments.drawdown.domain.CallEvent.LineOverdue;
import tranche.commitments.drawdown.domain.CallEvent.LinePaid;
import tranche.commitments.drawdown.domain.CallEvent.LineReopened;
import tranche.commitments.drawdown.domain.CallEvent.LineReversed;
import tranche.commitments.drawdown.domain.CallEvent.Paid;
import tranche.commitments.drawdown.domain.CallEvent.Reopened;
import tranche.commitments.drawdown.domain.CallEvent.Returned;
import tranche.commitments.drawdown.domain.CallEvent.Reversed;
import tranche.values.actor.Approval;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.Version;

/** What a call and its lines are after each of its events. Total: what was recorded once can always be applied again. */
final class CallHistory {

    private CallHistory() {}

    static Drawdowns after(Drawdowns state, CallEvent event, Instant at) {
        return switch (event) {
            case Drafted drafted -> drafted(state, drafted, at);
            case DraftEdited edited -> edited(state, edited, at);
            case Approved approved -> {
                CapitalCall before = before(state, event);
                var approval = Optional.of(new Approval(approved.by(), before.contentHash()));
                yield moved(state, event, CallState.APPROVED, approval, Optional.empty(), at);
            }
            case Returned returned ->
                moved(state, event, CallState.DRAFT, Optional.empty(), Optional.of(returned.reason()), at);
            case Reopened reopened ->
                moved(state, event, CallState.DRAFT, Optional.empty(), Optional.of(reopened.reason()), at);
            case Issued _ ->
                moved(state, event, CallState.ISSUED, before(state, event).approval(), Optional.empty(), at);
            case Cancelled cancelled ->
                cancelled(
                        moved(state, event, CallState.CANCELLED, Optional.empty(), Optional.of(cancelled.reason()), at),
                        cancelled,
                        at);
            case Paid _ -> {
                CapitalCall before = before(state, event);
                yield moved(state, event, CallState.PAID, before.approval(), before.reason(), at);
            }
            case Reversed reversed -> {
                var approval = before(state, event).approval();
                yield moved(state, event, CallState.REVERSED, approval, Optional.of(reversed.reason()), at);
            }
            case LineEvent happened -> line(state, happened, at);
        };
    }

    private static CapitalCall before(Drawdowns state, CallEvent event) {
        return state.calls().get(event.id()).orElseThrow();
    }

    private static Drawdowns moved(
            Drawdowns state,
            CallEvent event,
            CallState to,
            Optional<Approval> approval,
            Optional<String> reason,
            Instant at) {
        return state.with(before(state, event).moved(to, approval, reason, event.effectiveDate(), at));
    }

    private static Drawdowns drafted(Drawdowns state, Drafted event, Instant at) {
        CapitalCall call = new CapitalCall(
                event.id(),
                event.programme(),
                event.fund(),
                event.reference(),
                event.release(),
                CallState.DRAFT,
                event.content(),
                event.basis(),
                Progress.none(event.lines().size(), event.content().total()),
                event.contentHash(),
                Set.of(event.by()),
                Optional.empty(),
                Optional.empty(),
                Version.first(event.effectiveDate(), at));
        Drawdowns begun = state.with(call)
                .withBlanks(state.blanks().stream()
                        .filter(blank -> !blank.reference().equals(event.reference()))
                        .toList());
        return withLines(begun, call, event.lines(), event.effectiveDate(), at);
    }

    private static Drawdowns edited(Drawdowns state, DraftEdited event, Instant at) {
        CapitalCall before = before(state, event);
        Set<Maker> makers = new HashSet<>(before.makers());
        makers.add(event.by());
        CapitalCall call = new CapitalCall(
                before.id(),
                before.programme(),
                before.fund(),
                before.reference(),
                before.release(),
                CallState.DRAFT,
                event.content(),
                event.basis(),
                Progress.none(event.lines().size(), event.content().total()),
                event.contentHash(),
                makers,
                Optional.empty(),
                before.reason(),
                before.version().next(event.effectiveDate(), at));
        Set<CallLineId> kept = event.lines().stream().map(DraftLine::id).collect(Collectors.toSet());
        Drawdowns after = state.with(call);
        for (CallLine line : state.linesOf(call.id())) {
            if (!kept.contains(line.id())) {
                after = after.with(line.moved(LineState.DROPPED, event.effectiveDate(), at));
            }
        }
        return withLines(after, call, event.lines(), event.effectiveDate(), at);
    }

    private static Drawdowns withLines(
            Drawdowns state, CapitalCall call, List<DraftLine> lines, LocalDate effective, Instant at) {
        Drawdowns after = state;
        for (DraftLine line : lines) {
            Version version = state.lines()
                    .get(line.id())
                    .map(before -> before.version().next(effective, at))
                    .orElseGet(() -> Version.first(effective, at));
            after = after.with(new CallLine(
                    line.id(),
                    call.id(),
                    call.programme(),
                    call.fund(),
                    line.commitment(),
                    line.investor(),
                    LineState.DRAFT,
                    line.amount(),
                    Money.zero(line.amount().currency()),
                    call.content().dueDate(),
                    Optional.empty(),
                    false,
                    false,
                    line.reference(),
                    line.shares(),
                    version));
        }
        Set<CallLineId> used = lines.stream().map(DraftLine::id).collect(Collectors.toSet());
        return after.withBlanks(state.blanks().stream()
                .filter(blank -> !used.contains(blank.id()))
                .toList());
    }

    private static Drawdowns cancelled(Drawdowns state, Cancelled event, Instant at) {
        Drawdowns after = state;
        for (CallLine line : state.linesOf(event.id())) {
            after = after.with(line.moved(LineState.CANCELLED, event.effectiveDate(), at));
        }
        return after;
    }

    private static Drawdowns line(Drawdowns state, LineEvent event, Instant at) {
        LocalDate on = event.effectiveDate();
        return switch (event) {
            case LineIssued _ -> changed(state, event, line -> line.moved(LineState.ISSUED, on, at), at);
            case LinePaid paid -> changed(state, event, line -> line.paid(paid.amount(), on, at), at);
            case LineDueSoon soon -> changed(state, event, line -> line.reminded(soon.reminder(), on, at), at);
            case LineOverdue _ -> changed(state, event, line -> line.overdue(on, at), at);
            case LineReopened reopened ->
                changed(state, event, line -> line.reopened(reopened.amount(), reopened.afterTransfer(), on, at), at);
            case LineReversed _ -> changed(state, event, line -> line.moved(LineState.REVERSED, on, at), at);
        };
    }

    private static Drawdowns changed(Drawdowns state, LineEvent event, UnaryOperator<CallLine> change, Instant at) {
        CallLine before = state.lines().get(event.line()).orElseThrow();
        CallLine after = change.apply(before);
        CapitalCall call = before(state, event);
        return state.with(after).with(call.progressed(call.progress().after(before, after), event.effectiveDate(), at));
    }
}
