package tranche.milestones.milestone.events;

import tranche.Head;
import tranche.milestones.BaselineApproved;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.MilestoneWaiverRevoked;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneEvent;

/** What two persons have decided about a milestone, as Avro records. */
final class MotionAvro {

    private MotionAvro() {}

    static BaselineApproved rebaselined(Head head, Milestone m, MilestoneEvent.BaselineApproved approved) {
        return BaselineApproved.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setPreviousDate(approved.previous())
                .setBaselineDate(approved.baselineDate())
                .setOriginalDate(m.baseline().original())
                .setForecastDate(m.outlook().date())
                .setSlipDays(approved.lateness().slip().calendarDays())
                .setSlipWorkingDays(approved.lateness().slip().workingDays())
                .setBreach(approved.lateness().breach().name())
                .setReason(approved.reason())
                .setProposedBy(approved.proposedBy().account())
                .setState(m.state().name())
                .build();
    }

    static MilestoneVerificationRevoked revoked(Head head, Milestone m, MilestoneEvent.VerificationRevoked revoked) {
        return MilestoneVerificationRevoked.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setStateBefore(revoked.before().name())
                .setReason(revoked.reason())
                .setTrancheIds(revoked.tranches())
                .setProposedBy(revoked.proposedBy().account())
                .setState(m.state().name())
                .build();
    }

    static MilestoneWaived waived(Head head, Milestone m, MilestoneEvent.Waived waived) {
        return MilestoneWaived.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setOfAll(waived.waiver().isOfAll())
                .setTrancheIds(waived.waiver().tranches())
                .setExpires(waived.waiver().expires())
                .setReason(waived.reason())
                .setProposedBy(waived.proposedBy().account())
                .setState(m.state().name())
                .build();
    }

    static MilestoneWaiverRevoked waiverRevoked(Head head, Milestone m, MilestoneEvent.WaiverRevoked revoked) {
        return MilestoneWaiverRevoked.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setReason(revoked.reason())
                .setProposedBy(revoked.proposedBy().account())
                .setState(m.state().name())
                .build();
    }

    static MilestoneRemoved removed(Head head, Milestone m, MilestoneEvent.Removed removed) {
        return MilestoneRemoved.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setTrancheIds(removed.tranches())
                .setReason(removed.reason())
                .setProposedBy(removed.proposedBy().account())
                .setState(m.state().name())
                .build();
    }

    static MilestoneSuperseded superseded(Head head, Milestone m, MilestoneEvent.Superseded superseded) {
        return MilestoneSuperseded.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setSupersededBy(superseded.supersededBy().value())
                .setTrancheIds(superseded.tranches())
                .setReason(superseded.reason())
                .setProposedBy(superseded.proposedBy().account())
                .setState(m.state().name())
                .build();
    }
}
