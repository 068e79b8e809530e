package tranche.commitments.drawdown.events;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.commitments.drawdown.domain.CallDraft;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.ConditionStatus;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheEvent;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;
import tranche.values.register.ForeignIdentity;

/** The events of tranches as Avro records. No record names a person. */
public final class TrancheAvro {

    private TrancheAvro() {}

    /** @param after the tranche right after the event */
    public static Outgoing of(Tranche after, TrancheEvent event) {
        return new Outgoing(
                "tranche",
                after.id().value(),
                after.version().number(),
                event.effectiveDate(),
                head -> record(head, after, event));
    }

    private static SpecificRecord record(Head head, Tranche tranche, TrancheEvent event) {
        return switch (event) {
            case TrancheEvent.Drafted drafted -> drafted(head, tranche, drafted);
            case TrancheEvent.Created _ ->
                TrancheCreated.newBuilder()
                        .setHead(head)
                        .setProgrammeId(tranche.programme().value())
                        .setFundId(tranche.fund().value())
                        .setTrancheId(tranche.id().value())
                        .setAmount(ProgrammeAvro.money(tranche.amount()))
                        .setContentHash(tranche.contentHash().hex())
                        .setState(tranche.state().name())
                        .build();
            case TrancheEvent.ConditionsMet met ->
                TrancheConditionsMet.newBuilder()
                        .setHead(head)
                        .setProgrammeId(tranche.programme().value())
                        .setFundId(tranche.fund().value())
                        .setTrancheId(tranche.id().value())
                        .setConditionVersion(met.evaluation().version())
                        .setConditionsHash(hash(tranche.conditions()))
                        .setFindings(ConditionAvro.findings(met.evaluation()))
                        .setConditions(ConditionAvro.conditions(met.evaluation()))
                        .setState(tranche.state().name())
                        .build();
            case TrancheEvent.CallDrafted drafted -> callDrafted(head, tranche, drafted);
            case TrancheEvent.Held held ->
                TrancheHeld.newBuilder()
                        .setHead(head)
                        .setProgrammeId(tranche.programme().value())
                        .setFundId(tranche.fund().value())
                        .setTrancheId(tranche.id().value())
                        .setWhy(held.why())
                        .setState(tranche.state().name())
                        .build();
            case TrancheEvent.Released released -> released(head, tranche, released);
            case TrancheEvent.Relocked relocked ->
                TrancheRelocked.newBuilder()
                        .setHead(head)
                        .setProgrammeId(tranche.programme().value())
                        .setFundId(tranche.fund().value())
                        .setTrancheId(tranche.id().value())
                        .setConditionVersion(relocked.evaluation().version())
                        .setFindings(ConditionAvro.findings(relocked.evaluation()))
                        .setCancelledCallId(relocked.cancelled().orElse(null))
                        .setFellBack(ConditionAvro.singles(relocked.fellBack()))
                        .setState(tranche.state().name())
                        .build();
            case TrancheEvent.Amended amended -> amended(head, tranche, amended);
            case TrancheEvent.Cancelled cancelled ->
                TrancheCancelled.newBuilder()
                        .setHead(head)
                        .setProgrammeId(tranche.programme().value())
                        .setFundId(tranche.fund().value())
                        .setTrancheId(tranche.id().value())
                        .setStateBefore(cancelled.before().name())
                        .setCancelledCallId(cancelled.cancelled().orElse(null))
                        .setReason(cancelled.reason())
                        .setProposedBy(cancelled.by().account())
                        .setState(tranche.state().name())
                        .build();
        };
    }

    private static SpecificRecord drafted(Head head, Tranche tranche, TrancheEvent.Drafted drafted) {
        Optional<ForeignIdentity> foreign = drafted.foreign();
        return TrancheDrafted.newBuilder()
                .setHead(head)
                .setProgrammeId(tranche.programme().value())
                .setFundId(tranche.fund().value())
                .setTrancheId(tranche.id().value())
                .setProjectId(drafted.project().orElse(null))
                .setName(drafted.name())
                .setAmount(ProgrammeAvro.money(drafted.amount()))
                .setConditionVersion(drafted.conditions().number())
                .setConditionsFrom(drafted.conditions().effectiveFrom())
                .setConditions(ConditionAvro.groups(drafted.conditions()))
                .setConditionsHash(hash(drafted.conditions()))
                .setState(tranche.state().name())
                .setSourceSystem(foreign.map(ForeignIdentity::sourceSystem).orElse(null))
                .setExternalRef(foreign.map(ForeignIdentity::externalRef).orElse(null))
                .build();
    }

    private static SpecificRecord callDrafted(Head head, Tranche tranche, TrancheEvent.CallDrafted drafted) {
        CallDraft draft = drafted.draft();
        return TrancheCallDrafted.newBuilder()
                .setHead(head)
                .setProgrammeId(tranche.programme().value())
                .setFundId(tranche.fund().value())
                .setTrancheId(tranche.id().value())
                .setCallId(draft.call())
                .setConditionVersion(draft.conditionVersion())
                .setAmount(ProgrammeAvro.money(draft.amount()))
                .setDueDate(draft.due())
                .setMilestoneIds(
                        draft.milestones().stream().map(MilestoneId::value).toList())
                .setFindings(ConditionAvro.findings(drafted.evaluation()))
                .setState(tranche.state().name())
                .build();
    }

    private static SpecificRecord released(Head head, Tranche tranche, TrancheEvent.Released released) {
        return TrancheReleased.newBuilder()
                .setHead(head)
                .setProgrammeId(tranche.programme().value())
                .setFundId(tranche.fund().value())
                .setTrancheId(tranche.id().value())
                .setCallId(released.call())
                .setAmount(ProgrammeAvro.money(tranche.amount()))
                .setConditionVersion(tranche.conditions().number())
                .setMilestoneIds(tranche.conditions().milestones().stream()
                        .map(MilestoneId::value)
                        .toList())
                .setVerifiedMilestoneIds(milestones(tranche, ConditionStatus.MET))
                .setWaivedMilestoneIds(milestones(tranche, ConditionStatus.WAIVED))
                .setState(tranche.state().name())
                .build();
    }

    /** Milestones as they were found when the conditions were met. */
    private static List<UUID> milestones(Tranche tranche, ConditionStatus status) {
        return tranche.evaluation().orElseThrow().findings().stream()
                .filter(finding -> finding.status() == status)
                .filter(finding -> finding.condition() instanceof MilestoneVerified)
                .map(finding ->
                        ((MilestoneVerified) finding.condition()).milestone().value())
                .distinct()
                .toList();
    }

    private static SpecificRecord amended(Head head, Tranche tranche, TrancheEvent.Amended amended) {
        return TrancheAmended.newBuilder()
                .setHead(head)
                .setProgrammeId(tranche.programme().value())
                .setFundId(tranche.fund().value())
                .setTrancheId(tranche.id().value())
                .setConditionVersion(amended.conditions().number())
                .setConditionsFrom(amended.conditions().effectiveFrom())
                .setConditions(ConditionAvro.groups(amended.conditions()))
                .setConditionsHash(hash(amended.conditions()))
                .setCancelledCallId(amended.cancelled().orElse(null))
                .setReason(amended.reason())
                .setProposedBy(amended.proposedBy())
                .setState(tranche.state().name())
                .build();
    }

    private static String hash(ConditionVersion conditions) {
        return conditions.content().hash().hex();
    }
}
