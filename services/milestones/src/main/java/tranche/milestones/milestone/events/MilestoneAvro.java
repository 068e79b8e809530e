package tranche.milestones.milestone.events;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.milestones.EvidenceItem;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimWithdrawn;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.MilestonePlanChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneStarted;
import tranche.milestones.MilestoneVerified;
import tranche.milestones.Predecessor;
import tranche.milestones.Verifier;
import tranche.milestones.milestone.domain.Claim;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Work;
import tranche.values.register.ForeignIdentity;

/** A milestone's events as Avro records. No record names a person or a file. */
public final class MilestoneAvro {

    private MilestoneAvro() {}

    public static Outgoing of(Site after, MilestoneEvent event) {
        Milestone milestone = after.milestones().get(event.id()).orElseThrow();
        return new Outgoing(
                "milestone",
                milestone.id().value(),
                milestone.version().number(),
                event.effectiveDate(),
                head -> record(head, milestone, event));
    }

    private static SpecificRecord record(Head head, Milestone m, MilestoneEvent event) {
        return switch (event) {
            case MilestoneEvent.Planned planned -> planned(head, m, planned);
            case MilestoneEvent.PlanChanged changed ->
                MilestonePlanChanged.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setDurationDays(changed.work().durationDays())
                        .setPredecessors(predecessors(changed.work()))
                        .setNotBefore(changed.work().notBefore().orElse(null))
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.Started started ->
                MilestoneStarted.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setStartedDate(started.effectiveDate())
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.Claimed claimed ->
                MilestoneClaimed.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setClaimedDate(claimed.claimedDate())
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.EvidenceSubmitted submitted ->
                EvidenceSubmitted.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setItems(submitted.items().stream()
                                .map(MilestoneAvro::item)
                                .toList())
                        .setMissing(missing(m))
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.Verified verified ->
                MilestoneVerified.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setAchievedDate(verified.achievedDate())
                        .setStatement(verified.statement())
                        .setVerifications(verified.verifications())
                        .setQuorum(m.content().quorum())
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.Achieved achieved ->
                achieved(head, m, m.standing().claim().orElseThrow(), achieved);
            case MilestoneEvent.Rejected rejected ->
                MilestoneRejected.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setReason(rejected.reason())
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.ClaimWithdrawn _ ->
                MilestoneClaimWithdrawn.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setState(m.state().name())
                        .build();
            case MilestoneEvent.DueSoon due ->
                MilestoneDueSoon.newBuilder()
                        .setHead(head)
                        .setProgrammeId(m.programme().value())
                        .setProjectId(m.project().value())
                        .setMilestoneId(m.id().value())
                        .setBaselineDate(due.baselineDate())
                        .build();
            case MilestoneEvent.ForecastChanged changed -> ForecastAvro.changed(head, m, changed);
            case MilestoneEvent.Slipped slipped -> ForecastAvro.slipped(head, m, slipped);
            case MilestoneEvent.Advanced advanced -> ForecastAvro.advanced(head, m, advanced);
            case MilestoneEvent.BaselineApproved approved -> MotionAvro.rebaselined(head, m, approved);
            case MilestoneEvent.VerificationRevoked revoked -> MotionAvro.revoked(head, m, revoked);
            case MilestoneEvent.Waived waived -> MotionAvro.waived(head, m, waived);
            case MilestoneEvent.WaiverRevoked revoked -> MotionAvro.waiverRevoked(head, m, revoked);
            case MilestoneEvent.Removed removed -> MotionAvro.removed(head, m, removed);
            case MilestoneEvent.Superseded superseded -> MotionAvro.superseded(head, m, superseded);
        };
    }

    private static MilestonePlanned planned(Head head, Milestone m, MilestoneEvent.Planned planned) {
        return MilestonePlanned.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setName(m.content().name())
                .setKind(m.content().kind().name())
                .setBaselineDate(planned.baseline().current())
                .setBaselineFrom(planned.baseline().from())
                .setDurationDays(planned.work().durationDays())
                .setPredecessors(predecessors(planned.work()))
                .setNotBefore(planned.work().notBefore().orElse(null))
                .setRequiredEvidence(m.content().requiredEvidence().stream()
                        .map(EvidenceKind::name)
                        .toList())
                .setQuorum(m.content().quorum())
                .setForecastDate(planned.forecast())
                .setSlipDays(planned.lateness().slip().calendarDays())
                .setSlipWorkingDays(planned.lateness().slip().workingDays())
                .setBreach(planned.lateness().breach().name())
                .setState(m.state().name())
                .setSourceNote(m.content().sourceNote().orElse(null))
                .setSourceSystem(m.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                .setExternalRef(m.foreign().map(ForeignIdentity::externalRef).orElse(null))
                .build();
    }

    private static MilestoneAchieved achieved(Head head, Milestone m, Claim claim, MilestoneEvent.Achieved achieved) {
        return MilestoneAchieved.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setAchievedDate(achieved.achievedDate())
                .setVerifiers(claim.verifications().stream()
                        .map(one -> Verifier.newBuilder()
                                .setAccountId(one.by().account())
                                .setPersonId(one.by().person())
                                .build())
                        .toList())
                .setEvidence(claim.evidence().stream().map(Evidence::sha256).toList())
                .setBaselineDate(m.baseline().current())
                .setSlipDays(achieved.slip().calendarDays())
                .setSlipWorkingDays(achieved.slip().workingDays())
                .setTrancheIds(achieved.tranches())
                .setState(m.state().name())
                .build();
    }

    private static List<Predecessor> predecessors(Work work) {
        return work.predecessors().stream()
                .map(link -> Predecessor.newBuilder()
                        .setMilestoneId(link.predecessor().value())
                        .setLagDays(link.lagDays())
                        .build())
                .toList();
    }

    private static List<String> missing(Milestone m) {
        return m.standing().claim().orElseThrow().missing(m.content().requiredEvidence()).stream()
                .map(EvidenceKind::name)
                .toList();
    }

    private static EvidenceItem item(Evidence evidence) {
        return EvidenceItem.newBuilder()
                .setEvidenceId(evidence.id())
                .setKind(evidence.kind().name())
                .setSha256(evidence.sha256())
                .setSize(evidence.size())
                .setMediaType(evidence.mediaType())
                .build();
    }
}
