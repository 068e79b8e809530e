package tranche.milestones.milestone.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.milestones.milestone.domain.MilestoneEvent.Achieved;
import tranche.milestones.milestone.domain.MilestoneEvent.Advanced;
import tranche.milestones.milestone.domain.MilestoneEvent.BaselineApproved;
import tranche.milestones.milestone.domain.MilestoneEvent.ClaimWithdrawn;
import tranche.milestones.milestone.domain.MilestoneEvent.Claimed;
import tranche.milestones.milestone.domain.MilestoneEvent.DueSoon;
import tranche.milestones.milestone.domain.MilestoneEvent.EvidenceSubmitted;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.PlanChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Planned;
import tranche.milestones.milestone.domain.MilestoneEvent.Rejected;
import tranche.milestones.milestone.domain.MilestoneEvent.Removed;
import tranche.milestones.milestone.domain.MilestoneEvent.Slipped;
import tranche.milestones.milestone.domain.MilestoneEvent.Started;
import tranche.milestones.milestone.domain.MilestoneEvent.Superseded;
import tranche.milestones.milestone.domain.MilestoneEvent.VerificationRevoked;
import tranche.milestones.milestone.domain.MilestoneEvent.Verified;
import tranche.milestones.milestone.domain.MilestoneEvent.Waived;
import tranche.milestones.milestone.domain.MilestoneEvent.WaiverRevoked;
import tranche.values.register.Known;
import tranche.values.register.Version;

/** What a milestone is after each of its events. Total: what was recorded once can always be applied again. */
final class MilestoneHistory {

    private MilestoneHistory() {}

    static Site after(Site site, MilestoneEvent event, Instant recordedAt) {
        if (event instanceof Planned planned) {
            return remembered(site.with(planned(planned, recordedAt)), planned);
        }
        Milestone before = site.milestones().get(event.id()).orElseThrow();
        return site.with(after(before, event, before.version().next(event.effectiveDate(), recordedAt)));
    }

    private static Milestone after(Milestone before, MilestoneEvent event, Version next) {
        Standing stood = before.standing();
        return switch (event) {
            case Planned _ -> throw new IllegalStateException("a milestone is planned once: " + before.id());
            case PlanChanged changed -> before.next(changed.work(), next);
            case Started started -> before.next(stood.started(started.effectiveDate()), next);
            case Claimed claimed -> before.next(stood.claimed(claimed.claimedDate(), claimed.by()), next);
            case EvidenceSubmitted shown -> before.next(stood.shown(shown.items(), shown.by()), next);
            case Verified verified ->
                before.next(stood.verified(new Claim.Verification(verified.by(), verified.achievedDate())), next);
            case Achieved _ -> before.next(stood.achieved(), next);
            case Rejected rejected -> before.next(stood.rejected(rejected.reason()), next);
            case VerificationRevoked revoked -> before.next(stood.rejected(revoked.reason()), next);
            case ClaimWithdrawn _ -> before.next(stood.withdrawn(), next);
            case ForecastChanged changed -> before.next(changed.outlook(), changed.lateness(), next);
            case Slipped _, Advanced _ -> before.next(next);
            case BaselineApproved approved ->
                before.next(before.baseline().replacedBy(approved.baselineDate()), approved.lateness(), next);
            case Waived waived -> before.next(stood.waived(waived.waiver()), next);
            case WaiverRevoked _ -> before.next(stood.waiversRevoked(), next);
            case Removed removed -> before.next(stood.removed(removed.reason()), next);
            case Superseded superseded ->
                before.next(stood.superseded(superseded.supersededBy(), superseded.reason()), next);
            case DueSoon due -> before.nextToldOf(due.baselineDate(), next);
        };
    }

    private static Milestone planned(Planned event, Instant recordedAt) {
        return new Milestone(
                event.id(),
                event.programme(),
                event.project(),
                event.content(),
                event.baseline(),
                event.work(),
                Standing.PLANNED,
                Outlook.byPlan(event.forecast()),
                event.lateness(),
                Optional.empty(),
                event.foreign(),
                event.by(),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Site remembered(Site site, Planned planned) {
        Milestone milestone = site.milestones().get(planned.id()).orElseThrow();
        return planned.foreign()
                .map(name -> site.with(name, new Known<>(planned.id().value(), milestone.scope(), planned.payload())))
                .orElse(site);
    }
}
