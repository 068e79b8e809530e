package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.PlanStep;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/**
 * A dated, verifiable event of a project (domain §1, §2.5).
 *
 * @param lateness as it was told last
 * @param dueSoonTold for which baseline it was told that it is due soon
 * @param foreign what it is called where it comes from
 * @param maker who planned it
 */
public record Milestone(
        MilestoneId id,
        ProgrammeId programme,
        ProjectId project,
        MilestoneContent content,
        Baseline baseline,
        Work work,
        Standing standing,
        Outlook outlook,
        Lateness lateness,
        Optional<LocalDate> dueSoonTold,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Version version) {

    public Scope scope() {
        return Project.scope(programme, project);
    }

    public MilestoneState state() {
        return standing.state();
    }

    /** Verified by its quorum. What is claimed, or waived, or verified by fewer, is not. */
    public boolean isVerified() {
        return state() == MilestoneState.ACHIEVED;
    }

    /** On which day it was reached; empty until that is verified by its quorum. */
    public Optional<LocalDate> achievedDate() {
        return isVerified() ? standing.claim().map(Claim::achieved) : Optional.empty();
    }

    /** Whether it is forecast, or was reached, after its current baseline. */
    public boolean isSlipped() {
        return outlook.date().isAfter(baseline.current());
    }

    /** The milestone as a plan sees it on a day. */
    public PlanStep<MilestoneId> step(WorkingDays days, LocalDate on) {
        return new PlanStep<>(
                id,
                days,
                work.durationDays(),
                work.predecessors(),
                work.notBefore(),
                standing.isAhead() ? outlook.statement().map(Outlook.Statement::date) : Optional.empty(),
                standing.progress(days, work.durationDays(), on));
    }

    /** What is to be expected of it when the plan alone gives a day and the site has stated another, or none. */
    Outlook outlook(LocalDate planned, Optional<Outlook.Statement> statement) {
        LocalDate later = statement
                .filter(_ -> standing.isAhead())
                .map(Outlook.Statement::date)
                .filter(planned::isBefore)
                .orElse(planned);
        return new Outlook(later, planned, statement);
    }

    /** All who had a hand in what there is to verify, or have verified it: none of them verifies it (again). */
    public Set<Maker> hands() {
        Set<Maker> all = new HashSet<>(standing.hands());
        standing.claim().stream()
                .flatMap(claim -> claim.verifications().stream())
                .map(Claim.Verification::by)
                .forEach(all::add);
        return all;
    }

    /** The steps that its state admits, in the order of {@link Step}. */
    public List<Step> allowed() {
        return Arrays.stream(Step.values()).filter(this::allows).toList();
    }

    /** Whether its state admits the step (domain §2.5). */
    public boolean allows(Step step) {
        MilestoneState state = state();
        return switch (step) {
            case CHANGE_PLAN, RESCHEDULE, REBASELINE -> !state.isTerminal();
            case START -> state == MilestoneState.PLANNED;
            case CLAIM ->
                state == MilestoneState.PLANNED
                        || state == MilestoneState.IN_PROGRESS
                        || state == MilestoneState.REJECTED
                        || state == MilestoneState.WAIVED;
            case SUBMIT_EVIDENCE, REJECT, WITHDRAW_CLAIM -> state.isClaimed() && !state.isVerified();
            case VERIFY -> state == MilestoneState.EVIDENCE_SUBMITTED || state == MilestoneState.VERIFIED;
            case REVOKE_VERIFICATION -> state.isVerified();
            case WAIVE, REMOVE, SUPERSEDE -> !state.isTerminal() && !state.isVerified();
            case REVOKE_WAIVER -> !standing.waivers().isEmpty() && !state.isTerminal() && !state.isVerified();
        };
    }

    Milestone next(Work changed, Version next) {
        return next(baseline, changed, standing, outlook, lateness, dueSoonTold, next);
    }

    Milestone next(Baseline changed, Lateness told, Version next) {
        return next(changed, work, standing, outlook, told, dueSoonTold, next);
    }

    Milestone next(Standing changed, Version next) {
        return next(baseline, work, changed, outlook, lateness, dueSoonTold, next);
    }

    Milestone next(Outlook changed, Lateness told, Version next) {
        return next(baseline, work, standing, changed, told, dueSoonTold, next);
    }

    /** After an event that tells others what is so already. */
    Milestone next(Version next) {
        return next(baseline, work, standing, outlook, lateness, dueSoonTold, next);
    }

    Milestone nextToldOf(LocalDate due, Version next) {
        return next(baseline, work, standing, outlook, lateness, Optional.of(due), next);
    }

    private Milestone next(
            Baseline nextBaseline,
            Work nextWork,
            Standing nextStanding,
            Outlook nextOutlook,
            Lateness nextLateness,
            Optional<LocalDate> toldOf,
            Version next) {
        return new Milestone(
                id,
                programme,
                project,
                content,
                nextBaseline,
                nextWork,
                nextStanding,
                nextOutlook,
                nextLateness,
                toldOf,
                foreign,
                maker,
                next);
    }
}
