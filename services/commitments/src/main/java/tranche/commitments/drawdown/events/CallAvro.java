package tranche.commitments.drawdown.events;

import static tranche.commitments.drawdown.events.DrawdownAvro.money;

import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.commitments.CallComponent;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDraftEdited;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReopened;
import tranche.commitments.CapitalCallReturned;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.drawdown.domain.CallEvent;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Release;

/** The events of a call as a whole. */
final class CallAvro {

    private CallAvro() {}

    static SpecificRecord record(Head head, CapitalCall call, CallEvent event) {
        UUID programme = call.programme().value();
        UUID fund = call.fund().value();
        String state = call.state().name();
        return switch (event) {
            case CallEvent.Drafted _ ->
                CapitalCallDrafted.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setReference(call.reference().text())
                        .setTrancheId(tranche(call))
                        .setConditionVersion(condition(call))
                        .setMilestoneIds(milestones(call))
                        .setDueDate(call.content().dueDate())
                        .setPurpose(call.content().purpose())
                        .setBasis(call.basis().name())
                        .setTotal(money(call.total()))
                        .setComponents(components(call))
                        .setLines(call.progress().lines())
                        .setContentHash(call.contentHash().hex())
                        .setState(state)
                        .build();
            case CallEvent.DraftEdited _ ->
                CapitalCallDraftEdited.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setReference(call.reference().text())
                        .setTrancheId(tranche(call))
                        .setConditionVersion(condition(call))
                        .setMilestoneIds(milestones(call))
                        .setDueDate(call.content().dueDate())
                        .setPurpose(call.content().purpose())
                        .setBasis(call.basis().name())
                        .setTotal(money(call.total()))
                        .setComponents(components(call))
                        .setLines(call.progress().lines())
                        .setContentHash(call.contentHash().hex())
                        .setState(state)
                        .build();
            case CallEvent.Approved _ ->
                CapitalCallApproved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTotal(money(call.total()))
                        .setContentHash(call.contentHash().hex())
                        .setState(state)
                        .build();
            case CallEvent.Returned returned ->
                CapitalCallReturned.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setReason(returned.reason())
                        .setState(state)
                        .build();
            case CallEvent.Reopened reopened ->
                CapitalCallReopened.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setReason(reopened.reason())
                        .setState(state)
                        .build();
            case CallEvent.Issued _ ->
                CapitalCallIssued.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setReference(call.reference().text())
                        .setTrancheId(tranche(call))
                        .setConditionVersion(condition(call))
                        .setMilestoneIds(milestones(call))
                        .setDueDate(call.content().dueDate())
                        .setTotal(money(call.total()))
                        .setLines(call.progress().lines())
                        .setContentHash(call.contentHash().hex())
                        .setState(state)
                        .build();
            case CallEvent.Cancelled cancelled ->
                CapitalCallCancelled.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTrancheId(tranche(call))
                        .setStateBefore(cancelled.before().name())
                        .setReason(cancelled.reason())
                        .setReference(call.reference().text())
                        .setTotal(money(call.total()))
                        .setState(state)
                        .build();
            case CallEvent.Paid _ ->
                CapitalCallPaid.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTotal(money(call.total()))
                        .setState(state)
                        .build();
            case CallEvent.Reversed reversed ->
                CapitalCallReversed.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTrancheId(tranche(call))
                        .setTotal(money(call.total()))
                        .setStateBefore(reversed.before().name())
                        .setReason(reversed.reason())
                        .setProposedBy(reversed.proposedBy().account())
                        .setReference(call.reference().text())
                        .setState(state)
                        .build();
            case CallEvent.LineEvent line ->
                throw new IllegalStateException("a line's event is not its call's: " + line.line());
        };
    }

    static @Nullable UUID tranche(CapitalCall call) {
        return call.release().map(from -> from.tranche().value()).orElse(null);
    }

    private static @Nullable Integer condition(CapitalCall call) {
        return call.release().map(Release::conditionVersion).orElse(null);
    }

    static List<UUID> milestones(CapitalCall call) {
        return call.release().map(Release::milestones).orElse(List.of());
    }

    private static List<CallComponent> components(CapitalCall call) {
        return call.content().components().stream()
                .map(component -> new CallComponent(component.type().name(), money(component.amount())))
                .toList();
    }
}
