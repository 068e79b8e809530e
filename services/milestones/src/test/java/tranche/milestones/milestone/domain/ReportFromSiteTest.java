package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneRefusal.CLAIMED_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_EMPTY;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EVIDENCE_FULL;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.VERSION_CONFLICT;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.PROGRAMME;
import static tranche.milestones.milestone.domain.Sites.PROJECT;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.STAKEHOLDER;
import static tranche.milestones.milestone.domain.Sites.STRANGER;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.facts;
import static tranche.milestones.milestone.domain.Sites.id;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.person;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.start;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.withdraw;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.milestone.domain.MilestoneCommand.Start;
import tranche.milestones.milestone.domain.MilestoneCommand.SubmitEvidence;
import tranche.milestones.milestone.domain.MilestoneEvent.Claimed;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;

/** Domain §2.5: what the site says of a milestone, and shows. */
class ReportFromSiteTest {

    @Test
    void starts_on_the_effective_day_by_the_site_or_by_a_manager() {
        Site planned = in(MilestoneState.PLANNED);

        assertThat(the(after(planned, start(FIRST, SAM)), FIRST).standing().started())
                .contains(TODAY);
        assertThat(the(after(planned, start(FIRST, MAYA)), FIRST).state()).isEqualTo(MilestoneState.IN_PROGRESS);
        assertThat(refusal(planned, start(FIRST, VERA))).isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, start(FIRST, STAKEHOLDER)))
                .as("who sees it, and may not")
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, start(FIRST, STRANGER))).isEqualTo(NOT_FOUND);
    }

    @Test
    void is_claimed_by_the_site_alone_and_for_a_day_that_has_come() {
        Site planned = in(MilestoneState.PLANNED);

        assertThat(refusal(planned, claim(FIRST, MAYA))).isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, claim(FIRST, TODAY.plusDays(1), SAM))).isEqualTo(CLAIMED_DATE_AHEAD);
        Site claimed = after(planned, claim(FIRST, TODAY, SAM));
        assertThat(the(claimed, FIRST).standing().claim()).contains(Claim.of(TODAY, SAM.asMaker()));
        assertThat(the(claimed, FIRST).isVerified()).isFalse();
        assertThat(the(claimed, FIRST).achievedDate()).isEmpty();
    }

    @Test
    void is_not_claimed_by_a_reporter_of_another_site() {
        Actor elsewhere = new Actor(
                id(130),
                id(130),
                new Access(List.of(new Grant(Role.SITE_REPORTER, Project.scope(PROGRAMME, new ProjectId(id(131)))))));
        Actor here = new Actor(
                id(132),
                id(132),
                new Access(List.of(new Grant(Role.SITE_REPORTER, Project.scope(PROGRAMME, PROJECT)))));

        assertThat(refusal(in(MilestoneState.PLANNED), claim(FIRST, elsewhere))).isEqualTo(NOT_FOUND);
        assertThat(events(in(MilestoneState.PLANNED).decide(claim(FIRST, here), NOW)))
                .first()
                .isInstanceOf(Claimed.class);
    }

    @Test
    @DisplayName("D-45: the claim keeps the day that is claimed apart from the day on which it was made")
    void keeps_both_days_of_a_claim() {
        Site claimed = after(in(MilestoneState.PLANNED), claim(FIRST, TODAY.minusDays(40), SAM));

        assertThat(the(claimed, FIRST).standing().claim().orElseThrow().date()).isEqualTo(TODAY.minusDays(40));
        assertThat(the(claimed, FIRST).version().effectiveDate()).isEqualTo(TODAY);
    }

    @Test
    void needs_one_piece_of_evidence_and_takes_as_many_as_a_claim_holds() {
        Site claimed = in(MilestoneState.CLAIMED);
        Site almostFull = after(claimed, pieces(Claim.MOST_EVIDENCE - 1));

        assertThat(refusal(claimed, pieces(0))).isEqualTo(EVIDENCE_EMPTY);
        assertThat(refusal(almostFull, pieces(2))).isEqualTo(EVIDENCE_FULL);
        assertThat(facts(almostFull.decide(pieces(2), NOW))).containsEntry("most", Claim.MOST_EVIDENCE);
        assertThat(the(after(almostFull, pieces(1)), FIRST)
                        .standing()
                        .claim()
                        .orElseThrow()
                        .evidence())
                .hasSize(Claim.MOST_EVIDENCE);
        assertThat(refusal(claimed, evidence(FIRST, VERA, EvidenceKind.PHOTO))).isEqualTo(FORBIDDEN);
    }

    @Test
    void is_withdrawn_by_whoever_claimed_it_under_whatever_account() {
        Site claimed = in(MilestoneState.CLAIMED);
        Actor samAgain = person(133, 102, Role.SITE_REPORTER);

        assertThat(refusal(claimed, withdraw(FIRST, SUE))).isEqualTo(FORBIDDEN);
        Milestone withdrawn = the(after(claimed, withdraw(FIRST, samAgain)), FIRST);
        assertThat(withdrawn.state()).isEqualTo(MilestoneState.IN_PROGRESS);
        assertThat(withdrawn.standing().claim()).isEmpty();
        assertThat(refusal(in(MilestoneState.PLANNED), withdraw(FIRST, SUE))).isEqualTo(INVALID_STATE);
    }

    @Test
    void shows_anew_what_is_claimed_anew() {
        Site claimedAgain = after(in(MilestoneState.REJECTED), claim(FIRST, SAM));

        assertThat(the(in(MilestoneState.REJECTED), FIRST).standing().reason()).contains("no tool there");
        assertThat(the(claimedAgain, FIRST).standing().reason()).isEmpty();
        assertThat(the(claimedAgain, FIRST).standing().claim().orElseThrow().evidence())
                .isEmpty();
        assertThat(the(claimedAgain, FIRST).hands())
                .as("who had a hand in it before still has")
                .contains(SUE.asMaker());
    }

    @Test
    void tells_the_first_refusal_that_holds() {
        Site site = in(MilestoneState.IN_PROGRESS);
        Optional<LocalDate> tomorrow = Optional.of(TODAY.plusDays(1));

        assertThat(refusal(site, new Start(FIRST, tomorrow, SAM, OptionalLong.of(1))))
                .isEqualTo(VERSION_CONFLICT);
        assertThat(refusal(site, new Start(FIRST, tomorrow, SAM, OptionalLong.empty())))
                .isEqualTo(INVALID_STATE);
        assertThat(refusal(in(MilestoneState.PLANNED), new Start(FIRST, tomorrow, SAM, OptionalLong.of(1))))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(refusal(
                        in(MilestoneState.PLANNED),
                        new Start(FIRST, Optional.of(TODAY.minusDays(1)), SAM, OptionalLong.of(1))))
                .isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
    }

    private static SubmitEvidence pieces(int number) {
        return new SubmitEvidence(
                FIRST,
                Stream.generate(() -> new Evidence(new UUID(0, 1), EvidenceKind.PHOTO, "ab".repeat(32), 1, "image/png"))
                        .limit(number)
                        .toList(),
                Optional.empty(),
                SUE,
                OptionalLong.empty());
    }
}
