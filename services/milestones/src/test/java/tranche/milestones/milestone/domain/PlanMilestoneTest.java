package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.milestones.milestone.domain.MilestoneRefusal.CYCLE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.PREDECESSOR_REPEATED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.PROJECT_STOPPED;
import static tranche.milestones.milestone.domain.MilestoneRefusal.UNKNOWN_REFERENCE;
import static tranche.milestones.milestone.domain.MilestoneRefusal.VERSION_CONFLICT;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.PROGRAMME;
import static tranche.milestones.milestone.domain.Sites.PROJECT;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.SECOND;
import static tranche.milestones.milestone.domain.Sites.STRANGER;
import static tranche.milestones.milestone.domain.Sites.THIRD;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.changePlan;
import static tranche.milestones.milestone.domain.Sites.content;
import static tranche.milestones.milestone.domain.Sites.duration;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.facts;
import static tranche.milestones.milestone.domain.Sites.following;
import static tranche.milestones.milestone.domain.Sites.id;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.kinds;
import static tranche.milestones.milestone.domain.Sites.nextDoor;
import static tranche.milestones.milestone.domain.Sites.plan;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.withNeighbour;
import static tranche.milestones.milestone.domain.Sites.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.milestone.domain.MilestoneCommand.ChangePlan;
import tranche.milestones.milestone.domain.MilestoneCommand.Plan;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectState;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Refusal;
import tranche.values.register.ForeignIdentity;

/** Domain §2.5: how a milestone comes into the plan, and how it hangs there. */
class PlanMilestoneTest {

    /** Only this project is theirs to manage. */
    private static final Actor MANAGER_OF_THIS_PROJECT = manager(Project.scope(PROGRAMME, PROJECT));

    @Test
    void is_planned_with_its_forecast_by_the_plan() {
        Milestone planned = the(after(aSite(), plan(FIRST, content(1), work(4))), FIRST);

        assertThat(planned.state()).isEqualTo(MilestoneState.PLANNED);
        assertThat(planned.baseline()).isEqualTo(Baseline.of(Sites.PROJECT_START, BASELINE));
        assertThat(planned.outlook().date())
                .as("four working days after Tuesday, over Easter")
                .isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(planned.version().number()).isEqualTo(1);
        assertThat(planned.isSlipped()).isFalse();
        assertThat(planned.lateness().breach()).isEqualTo(Band.NONE);
    }

    @Test
    void follows_milestones_of_its_own_project_and_of_others_of_the_programme() {
        Site site = withNeighbour(
                after(aSite(), plan(FIRST, content(1), work(4))), SECOND, nextDoor(LocalDate.of(2026, 5, 1)));

        Milestone third = the(after(site, plan(THIRD, content(1), work(1, SECOND, FIRST))), THIRD);

        assertThat(third.outlook().date()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(third.work().follows()).as("in order").containsExactly(FIRST, SECOND);
    }

    @Test
    void follows_no_milestone_that_has_left_the_plan() {
        assertThat(refusal(in(MilestoneState.REMOVED), plan(THIRD, content(1), work(0, FIRST))))
                .isEqualTo(UNKNOWN_REFERENCE);
    }

    @Test
    void is_forecast_from_today_also_where_it_is_planned_in_the_past() {
        LocalDate then = LocalDate.of(2026, 2, 2);
        Plan plan = new Plan(FIRST, content(1), BASELINE, work(5), Optional.empty(), Optional.of(then), MAYA);

        Milestone planned = the(after(aSite(), plan), FIRST);

        assertThat(planned.version().effectiveDate()).isEqualTo(then);
        assertThat(planned.outlook().date()).isEqualTo(Sites.DAYS.add(TODAY, 5));
    }

    @Test
    void refuses_what_nobody_may_plan() {
        assertThat(refusalOf(plannedBy(SAM))).isEqualTo(FORBIDDEN);
        assertThat(refusalOf(plannedBy(STRANGER))).isEqualTo(FORBIDDEN);
        assertThat(refusalOf(plannedBy(manager(Scope.ofProgramme(id(7)))))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(events(aSite().decide(plannedBy(MANAGER_OF_THIS_PROJECT), NOW)))
                .hasSize(1);
    }

    @Test
    void refuses_a_project_that_is_stopped_or_not_there_and_a_day_that_has_not_come() {
        Site nowhere =
                new Site(Optional.empty(), Sites.DAYS, aSite().milestones(), Map.of(), Set.of(), Map.of(), Map.of());
        Plan tomorrow = new Plan(
                FIRST, content(1), BASELINE, work(1, SECOND), Optional.empty(), Optional.of(TODAY.plusDays(1)), MAYA);

        assertThat(refusal(aSite(ProjectState.STOPPED), plan(FIRST, 1))).isEqualTo(PROJECT_STOPPED);
        assertThat(refusal(nowhere, plan(FIRST, 1))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(aSite(ProjectState.STOPPED), tomorrow)).isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void refuses_predecessors_that_are_not_there_not_seen_of_another_programme_or_named_twice() {
        Neighbour stranger = new Neighbour(new ProgrammeId(id(7)), Sites.NEXT_DOOR, Optional.of(TODAY), List.of());
        Site site =
                withNeighbour(withNeighbour(after(aSite(), plan(FIRST, 1)), SECOND, nextDoor(TODAY)), THIRD, stranger);
        MilestoneId new4 = Sites.milestone(4);
        Plan byManagerOfThisProject = new Plan(
                new4,
                content(1),
                BASELINE,
                work(1, SECOND),
                Optional.empty(),
                Optional.empty(),
                MANAGER_OF_THIS_PROJECT);

        assertThat(facts(site.decide(plan(new4, content(1), work(1, FIRST, Sites.milestone(9), THIRD)), NOW)))
                .containsEntry("fields", List.of("predecessors/1/milestoneId", "predecessors/2/milestoneId"));
        assertThat(refusal(site, byManagerOfThisProject)).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(site, plan(new4, content(1), work(1, FIRST, SECOND, FIRST))))
                .isEqualTo(PREDECESSOR_REPEATED);
        assertThat(refusal(site, plan(new4, content(1), work(1, new4)))).isEqualTo(UNKNOWN_REFERENCE);
    }

    @Test
    void answers_the_same_request_again_and_refuses_another_under_its_name() {
        ForeignIdentity name = new ForeignIdentity("awards", "US-1/tool");
        Plan first = new Plan(FIRST, content(1), BASELINE, work(4), Optional.of(name), Optional.empty(), MAYA);
        Site site = after(aSite(), first);
        Plan again = new Plan(SECOND, content(1), BASELINE, work(4), Optional.of(name), Optional.empty(), MAYA);
        Plan other = new Plan(SECOND, content(2), BASELINE, work(4), Optional.of(name), Optional.empty(), MAYA);

        assertThat(events(site.decide(again, NOW))).isEmpty();
        assertThat(facts(site.decide(other, NOW))).containsEntry("existingId", FIRST.toString());
        assertThat(refusal(site, other)).isEqualTo(EXTERNAL_REFERENCE_CONFLICT);
    }

    @Test
    @DisplayName("D-33: refuses a circle, directly or through others, and names it")
    void refuses_a_circle() {
        Site site = after(
                aSite(),
                plan(FIRST, 1),
                plan(SECOND, content(1), work(1, FIRST)),
                plan(THIRD, content(1), work(1, SECOND)));

        assertThat(facts(site.decide(changePlan(FIRST, following(THIRD), MAYA), NOW)))
                .containsEntry("members", List.of(FIRST.toString(), SECOND.toString(), THIRD.toString()));
        assertThat(refusal(site, changePlan(FIRST, following(FIRST), MAYA))).isEqualTo(CYCLE);
        Site apart = after(site, changePlan(SECOND, following(), MAYA));
        assertThat(the(after(apart, changePlan(FIRST, following(THIRD), MAYA)), FIRST)
                        .work()
                        .follows())
                .as("once the second no longer follows the first")
                .containsExactly(THIRD);
    }

    @Test
    void refuses_a_circle_through_another_project() {
        Site site = withNeighbour(after(aSite(), plan(FIRST, 1)), SECOND, nextDoor(TODAY, FIRST));

        assertThat(refusal(site, changePlan(FIRST, following(SECOND), MAYA))).isEqualTo(CYCLE);
    }

    @Test
    void changes_what_is_named_and_leaves_the_rest() {
        Site site = after(aSite(), plan(FIRST, 1), plan(SECOND, content(1), work(4, FIRST)));
        LocalDate later = LocalDate.of(2026, 9, 1);
        var notBefore = new Work.Changes(
                Optional.empty(), Optional.empty(), Optional.of(new Work.Changes.NotBefore(Optional.of(later))));
        var whenever = new Work.Changes(
                Optional.empty(), Optional.empty(), Optional.of(new Work.Changes.NotBefore(Optional.empty())));

        Site changed = after(site, changePlan(SECOND, notBefore, MAYA));

        assertThat(the(changed, SECOND).work())
                .isEqualTo(new Work(4, List.of(new Link<>(FIRST, 0)), Optional.of(later)));
        assertThat(the(changed, SECOND).outlook().date()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(the(after(changed, changePlan(SECOND, whenever, MAYA)), SECOND)
                        .work())
                .isEqualTo(work(4, FIRST));
        assertThat(events(site.decide(changePlan(SECOND, duration(4), MAYA), NOW)))
                .isEmpty();
    }

    @Test
    void leaves_a_predecessor_alone_that_this_manager_does_not_see() {
        Site site = after(withNeighbour(aSite(), SECOND, nextDoor(TODAY)), plan(FIRST, content(1), work(4, SECOND)));

        assertThat(kinds(events(site.decide(changePlan(FIRST, duration(5), MANAGER_OF_THIS_PROJECT), NOW))))
                .first()
                .isEqualTo(MilestoneEvent.PlanChanged.class);
        assertThat(refusal(
                        after(site, changePlan(FIRST, following(), MAYA)),
                        changePlan(FIRST, following(SECOND), MANAGER_OF_THIS_PROJECT)))
                .isEqualTo(UNKNOWN_REFERENCE);
    }

    @Test
    void tells_the_first_refusal_that_holds_when_the_plan_is_changed() {
        Site site = after(aSite(), plan(FIRST, 1));

        assertThat(refusal(site, change(SECOND, MAYA, Optional.empty(), 9))).isEqualTo(NOT_FOUND);
        assertThat(refusal(site, change(FIRST, STRANGER, Optional.empty(), 9))).isEqualTo(NOT_FOUND);
        assertThat(refusal(site, change(FIRST, SAM, Optional.empty(), 9))).isEqualTo(FORBIDDEN);
        assertThat(refusal(in(MilestoneState.REMOVED), change(FIRST, MAYA, Optional.empty(), 9)))
                .isEqualTo(VERSION_CONFLICT);
        assertThat(refusal(in(MilestoneState.REMOVED), change(FIRST, MAYA, Optional.of(TODAY.plusDays(1)), 2)))
                .isEqualTo(INVALID_STATE);
        assertThat(refusal(site, change(FIRST, MAYA, Optional.of(TODAY.minusDays(1)), 1)))
                .isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(refusal(site, change(FIRST, MAYA, Optional.of(TODAY.plusDays(1)), 1)))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(refusal(site, change(FIRST, MAYA, Optional.of(TODAY), 1))).isEqualTo(CYCLE);
    }

    @Test
    void takes_no_duration_lag_or_quorum_beyond_all_reason() {
        assertThatThrownBy(() -> work(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> work(Work.LONGEST_DAYS + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(work(Work.LONGEST_DAYS).durationDays()).isEqualTo(Work.LONGEST_DAYS);
        assertThatThrownBy(() -> new Work(0, List.of(new Link<>(FIRST, -Work.LONGEST_DAYS - 1)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> content(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> content(MilestoneContent.MOST_QUORUM + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Plan plannedBy(Actor by) {
        return new Plan(FIRST, content(1), BASELINE, work(4), Optional.empty(), Optional.empty(), by);
    }

    private static Refusal refusalOf(Plan plan) {
        return refusal(aSite(), plan);
    }

    /** It would follow itself. */
    private static ChangePlan change(MilestoneId id, Actor by, Optional<LocalDate> effective, long version) {
        return new ChangePlan(id, following(id), effective, by, OptionalLong.of(version));
    }

    private static Actor manager(Scope scope) {
        return new Actor(id(120), id(120), new Access(List.of(new Grant(Role.FUND_MANAGER, scope))));
    }
}
