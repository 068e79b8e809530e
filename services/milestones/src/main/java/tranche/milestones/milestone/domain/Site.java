package tranche.milestones.milestone.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.milestones.milestone.domain.MilestoneCommand.ChangePlan;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneCommand.Plan;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneCommand.Reject;
import tranche.milestones.milestone.domain.MilestoneCommand.RemindOfDue;
import tranche.milestones.milestone.domain.MilestoneCommand.Reschedule;
import tranche.milestones.milestone.domain.MilestoneCommand.Start;
import tranche.milestones.milestone.domain.MilestoneCommand.SubmitEvidence;
import tranche.milestones.milestone.domain.MilestoneCommand.Verify;
import tranche.milestones.milestone.domain.MilestoneCommand.WithdrawClaim;
import tranche.milestones.project.domain.Project;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Shelf;

/**
 * A project's milestones, as far as the commands of one batch name them, with what a decision must know beside: the
 * project and its calendar, what the milestones follow, who reports from the site. It decides and applies; what it says is
 * the whole rule.
 *
 * @param project empty where there is none of that id
 * @param days by which durations, lags and slips of the project are counted
 * @param milestones those that the commands name
 * @param neighbours what the named ones follow, or shall follow or be superseded by, where it is not itself among them; and,
 *     where predecessors are to change, what those follow in turn, up to the first
 * @param reporters accounts that may report from the site, whoever is behind them: none of their persons verifies
 * @param known the scopes of milestones by the foreign identities that the commands name
 * @param resting what rests on the milestones that are verified, or about which two persons decide
 */
public record Site(
        Optional<Project> project,
        WorkingDays days,
        Shelf<MilestoneId, Milestone> milestones,
        Map<MilestoneId, Neighbour> neighbours,
        Set<UUID> reporters,
        Map<ForeignIdentity, Known<Scope>> known,
        Map<MilestoneId, Resting> resting) {

    public Site {
        neighbours = Map.copyOf(neighbours);
        reporters = Set.copyOf(reporters);
        known = Map.copyOf(known);
        resting = Map.copyOf(resting);
    }

    public Decision<MilestoneEvent> decide(MilestoneCommand command, Instant now) {
        var planning = new Planning(this, now);
        var reporting = new Reporting(this, now);
        var verifying = new Verifying(this, now);
        var forecasting = new Forecasting(this, now);
        return switch (command) {
            case Plan plan -> planning.plan(plan);
            case ChangePlan change -> planning.change(change);
            case Start start -> reporting.start(start);
            case MilestoneCommand.Claim claim -> reporting.claim(claim);
            case SubmitEvidence submit -> reporting.submitEvidence(submit);
            case WithdrawClaim withdraw -> reporting.withdrawClaim(withdraw);
            case Verify verify -> verifying.verify(verify);
            case Reject reject -> verifying.reject(reject);
            case Reschedule reschedule -> forecasting.reschedule(reschedule);
            case Reforecast reforecast -> forecasting.reforecast(reforecast);
            case RemindOfDue remind -> forecasting.remindOfDue(remind);
            case Confirm confirm -> new MotionDecisions(this, now).confirm(confirm);
        };
    }

    /** What is put to a second person, if it may be. */
    public Decision<Proposal> propose(Propose propose, Instant now) {
        return new MotionDecisions(this, now).propose(propose);
    }

    public Site apply(MilestoneEvent event, Instant recordedAt) {
        return MilestoneHistory.after(this, event, recordedAt);
    }

    /** What is known of a milestone, as it is by now where it is one of those that the commands name. */
    Optional<Neighbour> neighbour(MilestoneId id) {
        return milestones.get(id).map(Neighbour::of).or(() -> Optional.ofNullable(neighbours.get(id)));
    }

    /** When the milestones are finished that a piece of work follows. */
    Map<MilestoneId, LocalDate> finishesBefore(Work work) {
        Map<MilestoneId, LocalDate> finishes = new HashMap<>();
        work.follows().forEach(id -> neighbour(id).flatMap(Neighbour::finish).ifPresent(day -> finishes.put(id, day)));
        return finishes;
    }

    /** The tranches that rest on a milestone that is verified, or about which two persons decide. */
    Resting restingOn(MilestoneId id) {
        return resting.getOrDefault(id, Resting.NONE);
    }

    Site with(Milestone milestone) {
        return new Site(
                project, days, milestones.with(milestone.id(), milestone), neighbours, reporters, known, resting);
    }

    Site with(ForeignIdentity identity, Known<Scope> milestone) {
        Map<ForeignIdentity, Known<Scope>> more = new HashMap<>(known);
        more.put(identity, milestone);
        return new Site(project, days, milestones, neighbours, reporters, more, resting);
    }
}
