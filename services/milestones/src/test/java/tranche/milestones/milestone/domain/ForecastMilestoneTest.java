package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.milestone.domain.MilestoneRefusal.FORBIDDEN;
import static tranche.milestones.milestone.domain.MilestoneRefusal.NOT_FOUND;
import static tranche.milestones.milestone.domain.MilestoneRefusal.REASON_MISSING;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.DAYS;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.PROJECT_START;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.SECOND;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.THIRD;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.changePlan;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.content;
import static tranche.milestones.milestone.domain.Sites.duration;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.kinds;
import static tranche.milestones.milestone.domain.Sites.rebaseline;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.reschedule;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.verify;
import static tranche.milestones.milestone.domain.Sites.withdraw;
import static tranche.milestones.milestone.domain.Sites.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneCommand.RemindOfDue;
import tranche.milestones.milestone.domain.MilestoneCommand.Reschedule;
import tranche.milestones.milestone.domain.MilestoneEvent.Achieved;
import tranche.milestones.milestone.domain.MilestoneEvent.Advanced;
import tranche.milestones.milestone.domain.MilestoneEvent.Claimed;
import tranche.milestones.milestone.domain.MilestoneEvent.DueSoon;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.PlanChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Slipped;
import tranche.milestones.milestone.domain.MilestoneEvent.Verified;
import tranche.milestones.milestone.domain.Outlook.Statement;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.Actor;

/** Domain §2.5, rules D-33 and D-35: when a milestone will be reached, and who says so. */
class ForecastMilestoneTest {

    /** Twenty working days after the last of March, over Easter. */
    private static final LocalDate BY_PLAN = LocalDate.of(2026, 4, 30);

    private static final UUID CAUSE = new UUID(0, 77);

    @Test
    @DisplayName("D-35: tells how late it is against its baseline, in days and in working days, and why")
    void slips_when_a_later_day_is_stated() {
        LocalDate stated = LocalDate.of(2026, 7, 14);
        List<MilestoneEvent> events = events(in(MilestoneState.PLANNED).decide(reschedule(FIRST, stated, SAM), NOW));

        assertThat(events).hasSize(2);
        ForecastChanged changed = (ForecastChanged) events.get(0);
        assertThat(changed.previous()).isEqualTo(BY_PLAN);
        assertThat(changed.outlook())
                .isEqualTo(new Outlook(stated, BY_PLAN, Optional.of(new Statement(stated, "the crane is late"))));
        assertThat(changed.lateness().slip()).isEqualTo(new Slip(14, 10));
        Slipped slipped = (Slipped) events.get(1);
        assertThat(slipped.moved()).isEqualTo(Slip.of(BY_PLAN, stated, DAYS));
        assertThat(slipped.slip()).isEqualTo(new Slip(14, 10));
        assertThat(slipped.why().reason()).contains("the crane is late");
    }

    @Test
    void does_not_slip_before_its_baseline_is_exceeded() {
        Site planned = in(MilestoneState.PLANNED);

        assertThat(kinds(events(planned.decide(reschedule(FIRST, BASELINE, SAM), NOW))))
                .containsExactly(ForecastChanged.class);
        assertThat(kinds(events(planned.decide(reschedule(FIRST, BASELINE.plusDays(1), SAM), NOW))))
                .containsExactly(ForecastChanged.class, Slipped.class);
    }

    @Test
    @DisplayName("D-33: a stated day that the plan does not support is kept, and does not win")
    void keeps_a_statement_that_the_plan_does_not_support() {
        Site stated = after(in(MilestoneState.PLANNED), reschedule(FIRST, BY_PLAN.minusDays(1), SAM));

        Outlook outlook = the(stated, FIRST).outlook();
        assertThat(outlook.date()).isEqualTo(BY_PLAN);
        assertThat(outlook.isUnsupported()).isTrue();
        assertThat(the(after(stated, reschedule(FIRST, BY_PLAN, SAM)), FIRST)
                        .outlook()
                        .isUnsupported())
                .isFalse();
    }

    @Test
    void advances_when_an_earlier_day_is_stated_than_was_before() {
        Site late = after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusDays(30), SAM));

        List<MilestoneEvent> events = events(late.decide(reschedule(FIRST, BASELINE.plusDays(20), MAYA), NOW));

        assertThat(kinds(events)).containsExactly(ForecastChanged.class, Advanced.class);
        assertThat(((Advanced) events.get(1)).moved().calendarDays()).isEqualTo(10);
        assertThat(((Advanced) events.get(1)).slip().calendarDays()).isEqualTo(20);
    }

    @Test
    void says_nothing_where_the_same_is_stated_again() {
        Site late = after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusDays(30), SAM));

        assertThat(events(late.decide(reschedule(FIRST, BASELINE.plusDays(30), SAM), NOW)))
                .isEmpty();
    }

    @Test
    void needs_a_reason_and_somebody_of_the_site_or_a_manager() {
        Site planned = in(MilestoneState.PLANNED);

        assertThat(refusal(planned, reschedule(FIRST, BASELINE, VERA))).isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, new Reschedule(FIRST, BASELINE, " ", Optional.empty(), SAM, OptionalLong.empty())))
                .isEqualTo(REASON_MISSING);
        assertThat(refusal(
                        planned,
                        new Reschedule(
                                FIRST, BASELINE, " ", Optional.of(TODAY.plusDays(1)), SAM, OptionalLong.empty())))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void moves_with_its_own_plan_at_once() {
        List<MilestoneEvent> events =
                events(in(MilestoneState.PLANNED).decide(changePlan(FIRST, duration(63), MAYA), NOW));

        assertThat(kinds(events)).containsExactly(PlanChanged.class, ForecastChanged.class);
        assertThat(kinds(events(in(MilestoneState.PLANNED).decide(changePlan(FIRST, duration(64), MAYA), NOW))))
                .as("a working day beyond the baseline")
                .containsExactly(PlanChanged.class, ForecastChanged.class, Slipped.class);
    }

    @Test
    @DisplayName(
            "D-33, §10: what is only claimed, shown or verified by too few moves no forecast, and what was stated counts on")
    void is_expected_as_before_while_it_is_only_claimed() {
        Site late = after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusDays(30), SAM));

        assertThat(kinds(events(late.decide(claim(FIRST, TODAY, SAM), NOW)))).containsExactly(Claimed.class);
        Site claimed = after(late, claim(FIRST, TODAY, SAM));
        assertThat(the(claimed, FIRST).outlook().date()).isEqualTo(BASELINE.plusDays(30));
        Site shown = after(claimed, evidence(FIRST, SUE, EvidenceKind.PHOTO));
        assertThat(the(shown, FIRST).outlook().date()).isEqualTo(BASELINE.plusDays(30));
        assertThat(the(after(shown, verify(FIRST, TODAY, VERA)), FIRST)
                        .outlook()
                        .date())
                .as("verified, it is a fact")
                .isEqualTo(TODAY);
        assertThat(the(after(claimed, withdraw(FIRST, SAM)), FIRST).outlook().date())
                .isEqualTo(BASELINE.plusDays(30));
    }

    @Test
    void is_a_fact_once_it_is_achieved_and_slips_no_more() {
        Site shown = in(MilestoneState.EVIDENCE_SUBMITTED);

        List<MilestoneEvent> events = events(shown.decide(verify(FIRST, TODAY.minusDays(20), VERA), NOW));

        assertThat(kinds(events)).containsExactly(Verified.class, Achieved.class, ForecastChanged.class);
        Site achieved = after(shown, verify(FIRST, TODAY.minusDays(20), VERA));
        assertThat(the(achieved, FIRST).outlook().date()).isEqualTo(TODAY.minusDays(20));
        assertThat(events(achieved.decide(reforecast(BASELINE), NOW))).isEmpty();
    }

    @Test
    void counts_down_while_it_is_worked_on() {
        Site started = after(
                aSite(),
                new MilestoneCommand.Plan(
                        FIRST,
                        content(1),
                        BASELINE,
                        work(20),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 3, 2)),
                        MAYA),
                new MilestoneCommand.Start(FIRST, Optional.of(LocalDate.of(2026, 3, 2)), SAM, OptionalLong.empty()));

        Site halfWay = after(started, changePlan(FIRST, duration(30), MAYA));

        assertThat(the(started, FIRST).outlook().date())
                .as("nothing is left, and it is not reached")
                .isEqualTo(TODAY);
        assertThat(the(halfWay, FIRST).outlook().date())
                .as("nine of thirty are left on the last of March")
                .isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @Test
    void takes_what_a_run_through_the_plan_gives_with_its_causes_and_its_chain() {
        Site planned = in(MilestoneState.PLANNED);
        LocalDate later = BASELINE.plusDays(3);

        List<MilestoneEvent> events = events(planned.decide(reforecast(later), NOW));

        assertThat(kinds(events)).containsExactly(ForecastChanged.class, Slipped.class);
        assertThat(((Slipped) events.get(1)).why())
                .isEqualTo(new MilestoneEvent.Why(Optional.empty(), List.of(CAUSE), List.of(new Driving(SECOND, 12))));
        assertThat(((ForecastChanged) events.getFirst()).lateness().breach()).isEqualTo(Band.NONE);
        assertThat(events(after(planned, reforecast(later)).decide(reforecast(later), NOW)))
                .as("a run that changes nothing records nothing")
                .isEmpty();
    }

    @Test
    void keeps_what_the_plan_gives_beside_a_later_day_that_is_stated() {
        Site stated = after(in(MilestoneState.PLANNED), reschedule(FIRST, BASELINE.plusDays(30), SAM));

        List<MilestoneEvent> events = events(stated.decide(reforecast(BASELINE.plusDays(3)), NOW));

        assertThat(kinds(events)).containsExactly(ForecastChanged.class);
        ForecastChanged changed = (ForecastChanged) events.getFirst();
        assertThat(changed.outlook().date()).isEqualTo(changed.previous()).isEqualTo(BASELINE.plusDays(30));
        assertThat(changed.outlook().planned()).isEqualTo(BASELINE.plusDays(3));
        assertThat(changed.why().reason())
                .as("the stated day is why it is no earlier")
                .contains("the crane is late");
    }

    @Test
    void is_reforecast_by_the_product_alone() {
        Site planned = in(MilestoneState.PLANNED);

        assertThat(refusal(planned, new Reforecast(FIRST, BASELINE, TODAY, List.of(), List.of(), MAYA)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(planned, new Reforecast(THIRD, BASELINE, TODAY, List.of(), List.of(), Actor.SYSTEM)))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void holds_from_the_day_of_the_run_and_never_from_before_its_last_event() {
        Site planned = in(MilestoneState.PLANNED);
        Reforecast ofLastWeek =
                new Reforecast(FIRST, BASELINE, TODAY.minusDays(7), List.of(CAUSE), List.of(), Actor.SYSTEM);

        assertThat(the(after(planned, ofLastWeek), FIRST).version().effectiveDate())
                .isEqualTo(TODAY);
    }

    @Test
    @DisplayName("D-36: tells a breach from the share of the baseline's length on")
    void tells_a_breach() {
        Site planned = in(MilestoneState.PLANNED);
        int length = Slip.of(PROJECT_START, BASELINE, DAYS).calendarDays();
        int significant = Math.ceilDiv(length * 15, 100);

        assertThat(breach(planned, significant - 1)).isEqualTo(Band.NONE);
        assertThat(breach(planned, significant)).isEqualTo(Band.SIGNIFICANT);
        assertThat(breach(planned, length)).isEqualTo(Band.CRITICAL);
    }

    @Test
    void is_due_soon_ten_working_days_before_its_baseline_and_until_then() {
        Site planned = in(MilestoneState.PLANNED);
        LocalDate first = LocalDate.of(2026, 6, 16);

        assertThat(remind(planned, first.minusDays(1))).isEmpty();
        assertThat(remind(planned, first)).containsExactly(new DueSoon(FIRST, BASELINE, first));
        assertThat(remind(planned, BASELINE)).hasSize(1);
        assertThat(remind(planned, BASELINE.plusDays(1))).isEmpty();
    }

    @Test
    void is_told_to_be_due_soon_once_for_each_baseline() {
        Site told = in(MilestoneState.PLANNED).apply(new DueSoon(FIRST, BASELINE, TODAY), NOW);

        assertThat(remind(told, BASELINE)).isEmpty();
        Site rebaselined = after(told, confirm(FIRST, rebaseline(BASELINE.plusDays(1))));
        assertThat(remind(rebaselined, BASELINE)).hasSize(1);
        assertThat(refusal(told, new RemindOfDue(FIRST, MAYA))).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(MilestoneState.class)
    void is_due_soon_only_while_it_is_open_and_not_claimed(MilestoneState state) {
        boolean open = List.of(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS, MilestoneState.REJECTED)
                .contains(state);

        assertThat(remind(in(state), BASELINE)).hasSize(open ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACHIEVED", "REMOVED", "SUPERSEDED"})
    void is_no_longer_forecast_once_nothing_is_planned_for_it(MilestoneState state) {
        assertThat(events(in(state).decide(reforecast(BASELINE.plusDays(3)), NOW)))
                .isEmpty();
    }

    private static Band breach(Site site, int daysLate) {
        Site late = after(site, reforecast(BASELINE.plusDays(daysLate)));
        return the(late, FIRST).lateness().breach();
    }

    private static Reforecast reforecast(LocalDate planned) {
        return new Reforecast(FIRST, planned, TODAY, List.of(CAUSE), List.of(new Driving(SECOND, 12)), Actor.SYSTEM);
    }

    private static List<MilestoneEvent> remind(Site site, LocalDate on) {
        Instant noon = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return events(site.decide(new RemindOfDue(FIRST, Actor.SYSTEM), noon));
    }
}
