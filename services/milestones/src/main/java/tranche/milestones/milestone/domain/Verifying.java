package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.MilestoneRefusal.ACHIEVED_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.STATEMENT_MISSING;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.milestones.milestone.domain.MilestoneCommand.Reject;
import tranche.milestones.milestone.domain.MilestoneCommand.Verify;
import tranche.milestones.milestone.domain.MilestoneEvent.Achieved;
import tranche.milestones.milestone.domain.MilestoneEvent.Rejected;
import tranche.milestones.milestone.domain.MilestoneEvent.Verified;
import tranche.milestones.slip.domain.Slip;
import tranche.values.decision.Decision;

/** What an independent person finds of what the site claims (domain §2.5). */
record Verifying(Site site, Instant now) {

    /** The last of the quorum achieves the milestone, with the same command. */
    Decision<MilestoneEvent> verify(Verify verify) {
        Optional<Milestone> found = site.milestones().get(verify.id());
        var refusal = Gate.<MilestoneEvent>refusal(found, Step.VERIFY, verify.by(), verify.ifMatch(), site.reporters())
                .or(() -> Dates.refusal(site, found.orElseThrow().version(), verify.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Milestone milestone = found.orElseThrow();
        Claim claim = milestone.standing().claim().orElseThrow();
        List<String> missing = claim.missing(milestone.content().requiredEvidence()).stream()
                .map(EvidenceKind::name)
                .toList();
        if (!missing.isEmpty()) {
            return refused(EVIDENCE_MISSING, Map.of("kinds", missing));
        }
        LocalDate today = Dates.today(site, now);
        if (verify.achievedDate().isAfter(today)) {
            return refused(ACHIEVED_DATE_AHEAD, Map.of("today", today.toString()));
        }
        if (verify.statement().isBlank()) {
            return refused(STATEMENT_MISSING);
        }
        return verified(
                milestone, verify, claim.with(new Claim.Verification(verify.by().asMaker(), verify.achievedDate())));
    }

    private Decision<MilestoneEvent> verified(Milestone milestone, Verify verify, Claim after) {
        LocalDate effective = Dates.effective(site, milestone.version(), verify.effectiveDate(), now);
        int verifications = after.verifications().size();
        var verified = new Verified(
                milestone.id(),
                verify.achievedDate(),
                verify.statement(),
                verifications,
                effective,
                verify.by().asMaker());
        var forecasting = new Forecasting(site, now);
        if (verifications < milestone.content().quorum()) {
            return forecasting.following(verified);
        }
        Slip slip = Slip.of(milestone.baseline().current(), after.achieved(), site.days());
        List<UUID> waiting = site.restingOn(milestone.id()).waiting();
        return forecasting.following(
                verified, new Achieved(milestone.id(), after.achieved(), slip, waiting, effective));
    }

    Decision<MilestoneEvent> reject(Reject reject) {
        Optional<Milestone> found = site.milestones().get(reject.id());
        var refusal = Gate.<MilestoneEvent>refusal(found, Step.REJECT, reject.by(), reject.ifMatch(), site.reporters())
                .or(() -> Dates.refusal(site, found.orElseThrow().version(), reject.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (reject.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        return new Forecasting(site, now)
                .following(new Rejected(
                        reject.id(),
                        reject.reason(),
                        Dates.effective(site, found.orElseThrow().version(), reject.effectiveDate(), now)));
    }
}
