package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.kinds;
import static tranche.milestones.milestone.domain.Sites.the;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.project.domain.Project;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.Actor;
import tranche.values.calendar.WorkingDays;

/** Rules D-35 and D-36: how far a forecast is from its baselines is told when it changes, whatever changes it. */
class LatenessTest {

    private static final UUID CAUSE = new UUID(0, 77);
    private static final Reforecast RUN =
            new Reforecast(FIRST, BASELINE.plusDays(7), TODAY, List.of(CAUSE), List.of(), Actor.SYSTEM);

    private final Site late = after(in(MilestoneState.PLANNED), RUN);

    @Test
    @DisplayName("D-36: another start of the project clears no breach, and makes none")
    void stays_when_the_project_starts_on_another_day() {
        Site worse = after(
                late, new Reforecast(FIRST, BASELINE.plusYears(1), TODAY, List.of(CAUSE), List.of(), Actor.SYSTEM));
        assertThat(the(worse, FIRST).lateness().breach()).isEqualTo(Band.CRITICAL);

        for (LocalDate start : List.of(BASELINE.minusYears(10), BASELINE.minusDays(10), BASELINE.plusDays(1))) {
            assertThat(events(starting(worse, start)
                            .decide(
                                    new Reforecast(
                                            FIRST,
                                            BASELINE.plusYears(1),
                                            TODAY,
                                            List.of(CAUSE),
                                            List.of(),
                                            Actor.SYSTEM),
                                    NOW)))
                    .as(start.toString())
                    .isEmpty();
            assertThat(events(starting(late, start).decide(RUN, NOW))).isEmpty();
        }
    }

    @Test
    @DisplayName("D-35: a slip is told in the working days of another calendar, though no forecast moves")
    void changes_with_the_calendar() {
        Site everyDay = new Site(
                late.project(),
                WorkingDays.of(Set.of(), List.of()),
                late.milestones(),
                late.neighbours(),
                late.reporters(),
                late.known(),
                late.resting());

        List<MilestoneEvent> events = events(everyDay.decide(RUN, NOW));

        assertThat(kinds(events)).containsExactly(ForecastChanged.class);
        assertThat(((ForecastChanged) events.getFirst()).lateness()).isEqualTo(new Lateness(new Slip(7, 7), Band.NONE));
    }

    @Test
    void is_told_once() {
        assertThat(the(late, FIRST).lateness()).isEqualTo(new Lateness(new Slip(7, 5), Band.NONE));
        assertThat(events(late.decide(RUN, NOW))).isEmpty();
    }

    /** The site, and its project starts on another day. */
    private static Site starting(Site late, LocalDate start) {
        Project before = late.project().orElseThrow();
        var project = new Project(
                before.id(),
                before.programme(),
                before.content(),
                before.zone(),
                start,
                before.state(),
                before.reason(),
                before.foreign(),
                before.maker(),
                before.version());
        return new Site(
                Optional.of(project),
                late.days(),
                late.milestones(),
                late.neighbours(),
                late.reporters(),
                late.known(),
                late.resting());
    }
}
