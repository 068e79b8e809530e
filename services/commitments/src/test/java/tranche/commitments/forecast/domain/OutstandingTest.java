package tranche.commitments.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.domain.Waiver;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.calendar.WorkingDays;

/** Rule D-34: when conditions are met. */
class OutstandingTest {

    private static final UUID AT_WEEKENDS_TOO = new UUID(0, 1);
    private static final UUID ON_WEEKDAYS = new UUID(0, 2);
    private static final TrancheId TRANCHE = new TrancheId(new UUID(0, 3));
    private static final TrancheId OTHER = new TrancheId(new UUID(0, 4));
    private static final UUID EVENT = new UUID(0, 5);

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final Milestone SHELL = planned(11, ON_WEEKDAYS);
    private static final Milestone POWER = planned(12, AT_WEEKENDS_TOO);

    private static Milestone planned(long number, UUID project) {
        return new Milestone(
                new MilestoneId(new UUID(0, number)),
                new ProgrammeId(new UUID(0, 9)),
                project,
                "Shell",
                "PLANNED",
                new Outlook(TODAY, 0, Optional.empty(), List.of(), EVENT),
                Optional.empty(),
                List.of(),
                false);
    }

    private static WorkingDays daysOf(UUID project) {
        return project.equals(ON_WEEKDAYS)
                ? WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of())
                : WorkingDays.of(Set.of(), Set.of());
    }

    private static Outstanding known(Milestone... milestones) {
        Facts facts = new Facts(
                Stream.of(milestones).collect(Collectors.toMap(Milestone::id, one -> one)),
                Map.of(),
                Map.of("certificate", List.of("ab".repeat(32))),
                Set.of());
        return new Outstanding(facts, OutstandingTest::daysOf, 10, Map.of(OTHER, LocalDate.of(2027, 2, 1)), TODAY);
    }

    private static Optional<LocalDate> met(Outstanding outstanding, Condition... conditions) {
        return outstanding.met(TRANCHE, new ConditionVersion(1, List.of(conditions), TODAY));
    }

    private static MilestoneVerified verified(Milestone milestone) {
        return new MilestoneVerified(milestone.id());
    }

    @Test
    void a_milestone_is_verified_so_many_working_days_of_its_own_place_after_its_finish() {
        assertThat(met(known(SHELL), verified(SHELL))).contains(LocalDate.of(2026, 12, 11));
        assertThat(met(known(POWER), verified(POWER))).contains(LocalDate.of(2026, 12, 7));
        assertThat(met(known(), verified(SHELL))).isEmpty();
    }

    @Test
    void what_is_decided_counts_from_its_day() {
        LocalDate before = TODAY.minusDays(40);
        Milestone achieved = SHELL.after(new MilestoneNews.Achieved(
                SHELL.id(), "ACHIEVED", new Achievement(before.minusDays(5), before, Set.of(), List.of(), EVENT), 0));
        Milestone waived = SHELL.after(new MilestoneNews.Waived(
                SHELL.id(), "PLANNED", new Waiver(false, Set.of(TRANCHE.value()), before, TODAY, EVENT)));
        Milestone lapsed = SHELL.after(new MilestoneNews.Waived(
                SHELL.id(), "PLANNED", new Waiver(true, Set.of(), before, TODAY.minusDays(1), EVENT)));

        assertThat(met(known(achieved), verified(SHELL))).contains(before);
        assertThat(met(known(waived), verified(SHELL))).contains(before);
        assertThat(met(known(lapsed), verified(SHELL))).contains(LocalDate.of(2026, 12, 11));
    }

    @Test
    void nothing_is_expected_of_what_has_left_the_plan() {
        Milestone gone = SHELL.after(new MilestoneNews.Gone(SHELL.id(), "REMOVED"));

        assertThat(met(known(gone, POWER), verified(POWER), verified(SHELL))).isEmpty();
        assertThat(met(known(gone, POWER), new AnyOf(1, List.of(verified(SHELL), verified(POWER)))))
                .contains(LocalDate.of(2026, 12, 7));
    }

    @Test
    void the_last_of_all_counts_and_of_several_the_one_that_suffices() {
        Outstanding both = known(SHELL, POWER);
        var date = new DateReached(LocalDate.of(2026, 12, 9));

        assertThat(met(both, verified(SHELL), verified(POWER), date)).contains(LocalDate.of(2026, 12, 11));
        assertThat(met(both, new AnyOf(1, List.of(verified(SHELL), verified(POWER), date))))
                .contains(LocalDate.of(2026, 12, 7));
        assertThat(met(both, new AnyOf(2, List.of(verified(SHELL), verified(POWER), date))))
                .contains(LocalDate.of(2026, 12, 9));
    }

    @Test
    void another_tranche_counts_from_its_release_and_a_document_once_it_is_there() {
        assertThat(met(known(), new TrancheReleased(OTHER))).contains(LocalDate.of(2027, 2, 1));
        assertThat(met(known(), new TrancheReleased(TRANCHE))).isEmpty();
        assertThat(met(known(), new DocumentPresent("certificate"))).contains(TODAY);
        assertThat(met(known(), new DocumentPresent("side-letter"))).isEmpty();
    }
}
