package tranche.notifications.notice.events;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallReopened;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentReturned;
import tranche.commitments.ForecastChanged;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.RaiseThresholdPassed;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.milestones.BaselineApproved;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneClaimWithdrawn;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.notice.domain.Settling;
import tranche.notifications.notice.domain.Turn;

/** Which turn of a thing an event tells of (rule N-6). */
public final class SettlingAvro {

    private SettlingAvro() {}

    /** What an event settles; empty where it settles nothing. */
    public static Optional<Settling> settling(Head head, SpecificRecord event) {
        return ofMoney(event)
                .or(() -> ofSite(event))
                .map(taken -> new Settling(
                        taken.turn(),
                        head.getEventId(),
                        head.getRecordedAt(),
                        taken.subject(),
                        taken.investor(),
                        taken.parts()));
    }

    /** A settling but for what every event's head says. */
    private record Taken(Turn turn, UUID subject, Optional<UUID> investor, Set<UUID> parts) {}

    private static Optional<Taken> ofMoney(SpecificRecord event) {
        return switch (event) {
            case CommitmentReturned e -> part(Turn.COMMITMENT_DECIDED, aggregate(e.getHead()), e.getInvestorId());
            case CommitmentAccepted e -> part(Turn.COMMITMENT_DECIDED, aggregate(e.getHead()), e.getInvestorId());
            case CommitmentCancelled e -> part(Turn.COMMITMENT_DECIDED, aggregate(e.getHead()), e.getInvestorId());
            case RaiseThresholdPassed e -> whole(Turn.RAISE_TOLD, e.getProgrammeId());
            case CapitalCallApproved e -> whole(Turn.CALL_APPROVED, aggregate(e.getHead()));
            case CapitalCallReopened e -> whole(Turn.CALL_REOPENED, aggregate(e.getHead()));
            case CapitalCallIssued e -> whole(Turn.CALL_ISSUED, aggregate(e.getHead()));
            case CapitalCallCancelled e -> whole(Turn.CALL_CANCELLED, aggregate(e.getHead()));
            case CallLineDueSoon e -> line(Turn.LINE_DUE, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            case CallLineOverdue e -> line(Turn.LINE_DUE, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            case CallLinePartPaid e -> line(Turn.LINE_PART_PAID, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            case CallLinePaid e -> line(Turn.LINE_PAID, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            case CallLineReopened e -> line(Turn.LINE_REOPENED, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            case CallLineReversed e -> line(Turn.LINE_REVERSED, e.getCallId(), e.getInvestorId(), e.getCallLineId());
            default -> ofTranches(event);
        };
    }

    private static Optional<Taken> ofTranches(SpecificRecord event) {
        return switch (event) {
            case TrancheConditionsMet e -> whole(Turn.TRANCHE_UNLOCKED, e.getTrancheId());
            case TrancheReleased e -> whole(Turn.TRANCHE_UNLOCKED, e.getTrancheId());
            case TrancheRelocked e -> whole(Turn.CONDITIONS_GONE, e.getTrancheId());
            case TrancheHeld e -> whole(Turn.CONDITIONS_GONE, e.getTrancheId());
            case TrancheAmended e -> whole(Turn.CONDITIONS_GONE, e.getTrancheId());
            case TrancheCancelled e -> whole(Turn.CONDITIONS_GONE, e.getTrancheId());
            case ForecastChanged e ->
                Optional.of(new Taken(
                        Turn.FORECAST_TOLD,
                        e.getFundId(),
                        Optional.of(e.getInvestorId()),
                        ForecastNoticeAvro.tranches(e.getRows())));
            case FundForecastChanged e ->
                Optional.of(new Taken(
                        Turn.FORECAST_TOLD, e.getFundId(), Optional.empty(), ForecastNoticeAvro.tranches(e.getRows())));
            default -> Optional.empty();
        };
    }

    private static Optional<Taken> ofSite(SpecificRecord event) {
        return switch (event) {
            case MilestoneClaimed e -> whole(Turn.MILESTONE_CLAIMED, e.getMilestoneId());
            case MilestoneRejected e -> whole(Turn.CLAIM_DECIDED, e.getMilestoneId());
            case MilestoneClaimWithdrawn e -> whole(Turn.CLAIM_DECIDED, e.getMilestoneId());
            case MilestoneAchieved e -> whole(Turn.MILESTONE_ACHIEVED, e.getMilestoneId());
            case MilestoneSlipped e -> whole(Turn.MILESTONE_MOVED, e.getMilestoneId());
            case MilestoneAdvanced e -> whole(Turn.MILESTONE_MOVED, e.getMilestoneId());
            case BaselineApproved e -> whole(Turn.BASELINE_MOVED, e.getMilestoneId());
            case MilestoneVerificationRevoked e -> whole(Turn.VERIFICATION_REVOKED, e.getMilestoneId());
            case MilestoneRemoved e -> whole(Turn.MILESTONE_GONE, e.getMilestoneId());
            case MilestoneSuperseded e -> whole(Turn.MILESTONE_GONE, e.getMilestoneId());
            default -> Optional.empty();
        };
    }

    private static UUID aggregate(Head head) {
        return head.getAggregateId();
    }

    private static Optional<Taken> whole(Turn turn, UUID subject) {
        return Optional.of(new Taken(turn, subject, Optional.empty(), Set.of()));
    }

    private static Optional<Taken> part(Turn turn, UUID subject, UUID investor) {
        return Optional.of(new Taken(turn, subject, Optional.of(investor), Set.of()));
    }

    /** An investor may owe several lines of a call: one for each of its commitments. */
    private static Optional<Taken> line(Turn turn, UUID call, UUID investor, UUID line) {
        return Optional.of(new Taken(turn, call, Optional.of(investor), Set.of(line)));
    }
}
