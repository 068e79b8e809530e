package tranche.commitments.drawdown.events;

import static tranche.commitments.drawdown.events.DrawdownAvro.money;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.commitments.CallComponent;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CallLineReversed;
import tranche.commitments.drawdown.domain.CallEvent;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.LineState;
import tranche.values.money.Money;

/** The events of a call's lines. */
final class CallLineAvro {

    private CallLineAvro() {}

    /** Of the account that its notice names, for both look at the same moment; null where the instructions follow. */
    private static @Nullable String fingerprint(Drawdowns after, CallLine line) {
        return after.instructions()
                .at(line.version().recordedAt())
                .map(account -> account.details().fingerprint().text())
                .orElse(null);
    }

    static SpecificRecord record(Head head, Drawdowns after, CapitalCall call, CallEvent.LineEvent event) {
        CallLine line = after.lines().get(event.line()).orElseThrow();
        return switch (event) {
            case CallEvent.LineIssued _ ->
                CallLineIssued.newBuilder()
                        .setHead(head)
                        .setProgrammeId(line.programme().value())
                        .setFundId(line.fund().value())
                        .setCallId(line.call().value())
                        .setCallLineId(line.id().value())
                        .setCommitmentId(line.commitment().value())
                        .setInvestorId(line.investor().value())
                        .setAmount(money(line.amount()))
                        .setOpen(money(line.open()))
                        .setDueDate(line.dueDate())
                        .setReference(line.reference().text())
                        .setComponents(line.shares().stream()
                                .map(share -> new CallComponent(share.type().name(), money(share.amount())))
                                .toList())
                        .setPurpose(call.content().purpose())
                        .setTrancheId(CallAvro.tranche(call))
                        .setMilestoneIds(CallAvro.milestones(call))
                        .setUncalledAfter(money(uncalledAfter(after, line)))
                        .setCallReference(call.reference().text())
                        .setFingerprint(fingerprint(after, line))
                        .setState(line.state().name())
                        .setCallState(call.state().name())
                        .build();
            case CallEvent.LinePaid paid ->
                line.state() == LineState.PAID
                        ? CallLinePaid.newBuilder()
                                .setValueDate(paid.valueDate())
                                .setHead(head)
                                .setProgrammeId(line.programme().value())
                                .setFundId(line.fund().value())
                                .setCallId(line.call().value())
                                .setCallLineId(line.id().value())
                                .setCommitmentId(line.commitment().value())
                                .setInvestorId(line.investor().value())
                                .setAmount(money(line.amount()))
                                .setOpen(money(line.open()))
                                .setDueDate(line.dueDate())
                                .setPaid(money(paid.amount()))
                                .setState(line.state().name())
                                .setCallState(call.state().name())
                                .build()
                        : CallLinePartPaid.newBuilder()
                                .setHead(head)
                                .setProgrammeId(line.programme().value())
                                .setFundId(line.fund().value())
                                .setCallId(line.call().value())
                                .setCallLineId(line.id().value())
                                .setCommitmentId(line.commitment().value())
                                .setInvestorId(line.investor().value())
                                .setAmount(money(line.amount()))
                                .setOpen(money(line.open()))
                                .setDueDate(line.dueDate())
                                .setPaid(money(paid.amount()))
                                .setState(line.state().name())
                                .setCallState(call.state().name())
                                .build();
            case CallEvent.LineDueSoon soon ->
                CallLineDueSoon.newBuilder()
                        .setHead(head)
                        .setProgrammeId(line.programme().value())
                        .setFundId(line.fund().value())
                        .setCallId(line.call().value())
                        .setCallLineId(line.id().value())
                        .setCommitmentId(line.commitment().value())
                        .setInvestorId(line.investor().value())
                        .setAmount(money(line.amount()))
                        .setOpen(money(line.open()))
                        .setDueDate(line.dueDate())
                        .setBusinessDays(soon.reminder().businessDays())
                        .setState(line.state().name())
                        .setCallState(call.state().name())
                        .build();
            case CallEvent.LineOverdue _ ->
                CallLineOverdue.newBuilder()
                        .setHead(head)
                        .setProgrammeId(line.programme().value())
                        .setFundId(line.fund().value())
                        .setCallId(line.call().value())
                        .setCallLineId(line.id().value())
                        .setCommitmentId(line.commitment().value())
                        .setInvestorId(line.investor().value())
                        .setAmount(money(line.amount()))
                        .setOpen(money(line.open()))
                        .setDueDate(line.dueDate())
                        .setState(line.state().name())
                        .setCallState(call.state().name())
                        .build();
            case CallEvent.LineReopened reopened ->
                CallLineReopened.newBuilder()
                        .setHead(head)
                        .setProgrammeId(line.programme().value())
                        .setFundId(line.fund().value())
                        .setCallId(line.call().value())
                        .setCallLineId(line.id().value())
                        .setCommitmentId(line.commitment().value())
                        .setInvestorId(line.investor().value())
                        .setAmount(money(line.amount()))
                        .setOpen(money(line.open()))
                        .setDueDate(line.dueDate())
                        .setReopened(money(reopened.amount()))
                        .setAfterTransfer(reopened.afterTransfer())
                        .setState(line.state().name())
                        .setCallState(call.state().name())
                        .build();
            case CallEvent.LineReversed _ ->
                CallLineReversed.newBuilder()
                        .setHead(head)
                        .setProgrammeId(line.programme().value())
                        .setFundId(line.fund().value())
                        .setCallId(line.call().value())
                        .setCallLineId(line.id().value())
                        .setCommitmentId(line.commitment().value())
                        .setInvestorId(line.investor().value())
                        .setAmount(money(line.amount()))
                        .setOpen(money(line.open()))
                        .setDueDate(line.dueDate())
                        .setPaid(money(line.matched()))
                        .setReference(line.reference().text())
                        .setReason(call.reason().orElse(null))
                        .setState(line.state().name())
                        .setCallState(call.state().name())
                        .build();
        };
    }

    /** What is drawn of the commitment is told by an event of its own, which follows. */
    private static Money uncalledAfter(Drawdowns after, CallLine line) {
        return after.commitments()
                .get(line.commitment())
                .orElseThrow()
                .uncalled()
                .minus(line.amount());
    }
}
