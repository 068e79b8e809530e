package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneRefusal.ACHIEVED_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FOUR_EYES;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.STATEMENT_MISSING;
import static tranche.milestones.milestone.domain.MilestoneRefusal.VERSION_CONFLICT;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.DAYS;
import static tranche.milestones.milestone.domain.Sites.DORA_WHO_DOES_ALL;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.STRANGER;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.SUES_OTHER_ACCOUNT;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.VERAS_OTHER_ACCOUNT;
import static tranche.milestones.milestone.domain.Sites.VIC;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.content;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.facts;
import static tranche.milestones.milestone.domain.Sites.id;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.person;
import static tranche.milestones.milestone.domain.Sites.plan;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.reject;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.verify;
import static tranche.milestones.milestone.domain.Sites.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.milestone.domain.MilestoneCommand.Verify;
import tranche.milestones.milestone.domain.MilestoneEvent.Achieved;
import tranche.milestones.milestone.domain.MilestoneEvent.Verified;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** Domain §2.5: what an independent person finds of what the site claims. */
class VerifyMilestoneTest {

    @Test
    void is_achieved_by_the_one_verification_that_its_quorum_asks() {
        Site shown = in(MilestoneState.EVIDENCE_SUBMITTED);

        List<MilestoneEvent> events = events(shown.decide(verify(FIRST, TODAY.minusDays(1), VERA), NOW));

        assertThat(events).hasAtLeastOneElementOfType(Verified.class);
        assertThat(events.get(1))
                .isEqualTo(new Achieved(
                        FIRST,
                        TODAY.minusDays(1),
                        Slip.of(BASELINE, TODAY.minusDays(1), DAYS),
                        shown.restingOn(FIRST).waiting(),
                        TODAY));
        Milestone achieved = the(in(MilestoneState.ACHIEVED), FIRST);
        assertThat(achieved.isVerified()).isTrue();
        assertThat(achieved.achievedDate()).contains(TODAY);
    }

    @Test
    void is_open_until_the_last_of_its_quorum_and_achieved_on_the_latest_day_that_was_found() {
        Site shown = after(aSite(), plan(FIRST, 2), claim(FIRST, SAM), evidence(FIRST, SUE, EvidenceKind.PHOTO));
        Site open = after(shown, verify(FIRST, TODAY.minusDays(2), VERA));
        Site done = after(open, verify(FIRST, TODAY.minusDays(9), VIC));

        assertThat(the(open, FIRST).state()).isEqualTo(MilestoneState.VERIFIED);
        assertThat(the(open, FIRST).isVerified()).isFalse();
        assertThat(the(open, FIRST).achievedDate()).isEmpty();
        assertThat(the(done, FIRST).isVerified()).isTrue();
        assertThat(the(done, FIRST).achievedDate()).contains(TODAY.minusDays(2));
    }

    @Test
    @DisplayName("D-1: whoever claimed it, showed it, reports from its site or has verified it does not verify it")
    void refuses_whoever_had_a_hand_in_it() {
        Site shown = after(aSite(), plan(FIRST, 3), claim(FIRST, SAM), evidence(FIRST, SUE, EvidenceKind.PHOTO));
        Site nobodyReportsNow = new Site(
                shown.project(),
                shown.days(),
                shown.milestones(),
                shown.neighbours(),
                Set.of(),
                shown.known(),
                Map.of());
        Actor samAsVerifier = person(140, 102, Role.VERIFIER);
        Actor samFoundOutLater = new Actor(id(141), id(142), Set.of(id(141), SAM.account()), VERA.access());
        Actor sueAsVerifier = person(143, 103, Role.VERIFIER);

        assertThat(refusal(nobodyReportsNow, verify(FIRST, samAsVerifier)))
                .as("the claimant, under another account")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(nobodyReportsNow, verify(FIRST, samFoundOutLater))).isEqualTo(FOUR_EYES);
        assertThat(refusal(nobodyReportsNow, verify(FIRST, sueAsVerifier)))
                .as("who submitted the evidence")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(shown, verify(FIRST, DORA_WHO_DOES_ALL)))
                .as("a site reporter who did neither")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(shown, verify(FIRST, SUES_OTHER_ACCOUNT)))
                .as("an account whose person reports under another")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(after(shown, verify(FIRST, VERA)), verify(FIRST, VERAS_OTHER_ACCOUNT)))
                .as("who verified it already")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(shown, verify(FIRST, Actor.SYSTEM)))
                .as("the product itself, which sees nothing")
                .isEqualTo(NOT_FOUND);
        assertThat(the(after(shown, verify(FIRST, VERA), verify(FIRST, VIC)), FIRST)
                        .state())
                .isEqualTo(MilestoneState.VERIFIED);
    }

    @Test
    void keeps_a_claimant_from_verifying_what_another_claims_after_a_rejection() {
        Actor oncesite = person(150, 150, Role.SITE_REPORTER);
        Actor nowVerifier = person(150, 150, Role.VERIFIER);
        Site again = after(
                aSite(),
                plan(FIRST, 1),
                claim(FIRST, oncesite),
                reject(FIRST, VERA),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.PHOTO));

        assertThat(refusal(again, verify(FIRST, nowVerifier))).isEqualTo(FOUR_EYES);
        assertThat(the(after(again, verify(FIRST, VERA)), FIRST).isVerified())
                .as("who rejected the first claim may find the second to be right")
                .isTrue();
    }

    @Test
    void may_be_verified_again_by_whoever_was_deceived() {
        Site again = after(
                in(MilestoneState.ACHIEVED),
                confirm(FIRST, motion(Step.REVOKE_VERIFICATION)),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.CERTIFICATE),
                verify(FIRST, VERA));

        assertThat(the(again, FIRST).isVerified()).isTrue();
    }

    @Test
    @DisplayName("D-47: needs every kind of evidence that was asked, submitted for this claim")
    void needs_the_evidence_that_was_asked() {
        Site shown = after(
                aSite(),
                plan(FIRST, content(1, EvidenceKind.CERTIFICATE, EvidenceKind.PHOTO), work(0)),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.CERTIFICATE));

        assertThat(refusal(shown, verify(FIRST, VERA))).isEqualTo(EVIDENCE_MISSING);
        assertThat(facts(shown.decide(verify(FIRST, VERA), NOW))).containsEntry("kinds", List.of("PHOTO"));
        Site complete = after(shown, evidence(FIRST, SUE, EvidenceKind.PHOTO));
        assertThat(the(after(complete, verify(FIRST, VERA)), FIRST).isVerified())
                .isTrue();

        Site anew = after(complete, reject(FIRST, VERA), claim(FIRST, SAM), evidence(FIRST, SUE, EvidenceKind.PHOTO));
        assertThat(facts(anew.decide(verify(FIRST, VERA), NOW))).containsEntry("kinds", List.of("CERTIFICATE"));
    }

    @Test
    void needs_a_day_that_has_come_and_a_statement() {
        Site shown = in(MilestoneState.EVIDENCE_SUBMITTED);

        assertThat(refusal(shown, verify(FIRST, TODAY.plusDays(1), VERA))).isEqualTo(ACHIEVED_DATE_AHEAD);
        assertThat(refusal(shown, new Verify(FIRST, TODAY, " ", Optional.empty(), VERA, OptionalLong.empty())))
                .isEqualTo(STATEMENT_MISSING);
        assertThat(the(after(shown, verify(FIRST, TODAY, VERA)), FIRST).isVerified())
                .isTrue();
    }

    @Test
    void tells_the_first_refusal_that_holds() {
        Site shown = after(
                aSite(),
                plan(FIRST, content(1, EvidenceKind.INVOICE), work(0)),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.PHOTO));
        LocalDate tomorrow = TODAY.plusDays(1);
        long stale = 1;
        long present = the(shown, FIRST).version().number();

        assertThat(refusal(shown, verifying(STRANGER, tomorrow, stale))).isEqualTo(NOT_FOUND);
        assertThat(refusal(shown, verifying(SAM, tomorrow, stale)))
                .as("four eyes, whatever his roles")
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(shown, verifying(MAYA, tomorrow, stale))).isEqualTo(FORBIDDEN);
        assertThat(refusal(shown, verifying(VERA, tomorrow, stale))).isEqualTo(VERSION_CONFLICT);
        assertThat(refusal(in(MilestoneState.PLANNED), verifying(VERA, tomorrow, 1)))
                .isEqualTo(INVALID_STATE);
        assertThat(refusal(shown, verifying(VERA, tomorrow, present))).isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(refusal(shown, verifying(VERA, TODAY, present))).isEqualTo(EVIDENCE_MISSING);
    }

    @Test
    void is_rejected_by_a_verifier_with_a_reason() {
        Site claimed = in(MilestoneState.CLAIMED);

        assertThat(refusal(claimed, reject(FIRST, MAYA))).isEqualTo(FORBIDDEN);
        assertThat(refusal(claimed, reject(FIRST, SAM))).isEqualTo(FORBIDDEN);
        assertThat(refusal(
                        claimed, new MilestoneCommand.Reject(FIRST, " ", Optional.empty(), VERA, OptionalLong.empty())))
                .isEqualTo(REASON_MISSING);
        assertThat(the(after(claimed, reject(FIRST, VERA)), FIRST).state()).isEqualTo(MilestoneState.REJECTED);
    }

    /** On a day that is too late for everything, with nothing to say. */
    private static Verify verifying(Actor by, LocalDate effective, long version) {
        return new Verify(FIRST, TODAY.plusDays(9), "", Optional.of(effective), by, OptionalLong.of(version));
    }
}
