package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.CLAIMED_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_EMPTY;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_FULL;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.milestones.milestone.domain.MilestoneCommand.Start;
import tranche.milestones.milestone.domain.MilestoneCommand.SubmitEvidence;
import tranche.milestones.milestone.domain.MilestoneCommand.WithdrawClaim;
import tranche.milestones.milestone.domain.MilestoneEvent.ClaimWithdrawn;
import tranche.milestones.milestone.domain.MilestoneEvent.Claimed;
import tranche.milestones.milestone.domain.MilestoneEvent.EvidenceSubmitted;
import tranche.milestones.milestone.domain.MilestoneEvent.Started;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/** What the site says of a milestone, and shows (domain §2.5). */
record Reporting(Site site, Instant now) {

    Decision<MilestoneEvent> start(Start start) {
        return refusal(start.id(), Step.START, start.by(), start.ifMatch(), start.effectiveDate())
                .orElseGet(() -> following(new Started(start.id(), effective(start.id(), start.effectiveDate()))));
    }

    Decision<MilestoneEvent> claim(MilestoneCommand.Claim claim) {
        var refusal = refusal(claim.id(), Step.CLAIM, claim.by(), claim.ifMatch(), claim.effectiveDate());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LocalDate today = Dates.today(site, now);
        if (claim.claimedDate().isAfter(today)) {
            return refused(CLAIMED_DATE_AHEAD, Map.of("today", today.toString()));
        }
        return following(new Claimed(
                claim.id(),
                claim.claimedDate(),
                effective(claim.id(), claim.effectiveDate()),
                claim.by().asMaker()));
    }

    Decision<MilestoneEvent> submitEvidence(SubmitEvidence submit) {
        var refusal = refusal(submit.id(), Step.SUBMIT_EVIDENCE, submit.by(), submit.ifMatch(), submit.effectiveDate());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        int there = milestone(submit.id())
                .standing()
                .claim()
                .orElseThrow()
                .evidence()
                .size();
        if (there + submit.items().size() > Claim.MOST_EVIDENCE) {
            return refused(EVIDENCE_FULL, Map.of("most", Claim.MOST_EVIDENCE));
        }
        if (submit.items().isEmpty()) {
            return refused(EVIDENCE_EMPTY);
        }
        return accepted(new EvidenceSubmitted(
                submit.id(),
                submit.items(),
                effective(submit.id(), submit.effectiveDate()),
                submit.by().asMaker()));
    }

    Decision<MilestoneEvent> withdrawClaim(WithdrawClaim withdraw) {
        return refusal(withdraw.id(), Step.WITHDRAW_CLAIM, withdraw.by(), withdraw.ifMatch(), withdraw.effectiveDate())
                .orElseGet(() -> following(
                        new ClaimWithdrawn(withdraw.id(), effective(withdraw.id(), withdraw.effectiveDate()))));
    }

    private Decision<MilestoneEvent> following(MilestoneEvent event) {
        return new Forecasting(site, now).following(event);
    }

    private Optional<Decision<MilestoneEvent>> refusal(
            MilestoneId id, Step step, Actor by, OptionalLong ifMatch, Optional<LocalDate> effectiveDate) {
        return Gate.<MilestoneEvent>refusal(site.milestones().get(id), step, by, ifMatch, site.reporters())
                .or(() -> Dates.refusal(site, milestone(id).version(), effectiveDate, now));
    }

    private LocalDate effective(MilestoneId id, Optional<LocalDate> given) {
        return Dates.effective(site, milestone(id).version(), given, now);
    }

    private Milestone milestone(MilestoneId id) {
        return site.milestones().get(id).orElseThrow();
    }
}
