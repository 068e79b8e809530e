package tranche.notifications.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final Instant NOW = Instant.parse("2026-11-28T15:08:00Z");

    private final UUID shell = UUID.randomUUID();
    private final UUID tools = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    private static Passed passed(TrailStep step, UUID about, UUID correlation, int second) {
        return new Passed(UUID.randomUUID(), step, about, correlation, NOW.plusSeconds(second));
    }

    @Test
    void what_led_to_a_claim_that_was_rejected_does_not_lead_to_the_next_one() {
        List<Passed> all = List.of(
                passed(TrailStep.MILESTONE_STARTED, shell, UUID.randomUUID(), 0),
                passed(TrailStep.MILESTONE_CLAIMED, shell, UUID.randomUUID(), 1),
                passed(TrailStep.MILESTONE_REJECTED, shell, UUID.randomUUID(), 2),
                passed(TrailStep.MILESTONE_CLAIMED, shell, UUID.randomUUID(), 3),
                passed(TrailStep.EVIDENCE_SUBMITTED, shell, UUID.randomUUID(), 4),
                passed(TrailStep.MILESTONE_VERIFIED, shell, first, 5),
                passed(TrailStep.MILESTONE_ACHIEVED, shell, first, 5),
                passed(TrailStep.FORECAST_DATE_CHANGED, shell, first, 5));

        assertThat(Trail.of(shell, first, all))
                .as("that its date is now known is no step of its own")
                .extracting(Trail.Step::step)
                .containsExactly(
                        TrailStep.MILESTONE_CLAIMED,
                        TrailStep.EVIDENCE_SUBMITTED,
                        TrailStep.MILESTONE_VERIFIED,
                        TrailStep.MILESTONE_ACHIEVED);
    }

    @Test
    void a_call_goes_back_to_the_evidence_upon_which_it_was_drafted() {
        UUID later = UUID.randomUUID();
        List<Passed> all = List.of(
                passed(TrailStep.MILESTONE_CLAIMED, shell, UUID.randomUUID(), -2),
                passed(TrailStep.EVIDENCE_SUBMITTED, shell, UUID.randomUUID(), -1),
                passed(TrailStep.MILESTONE_VERIFIED, shell, first, 0),
                passed(TrailStep.MILESTONE_ACHIEVED, shell, first, 0),
                passed(TrailStep.FORECAST_DATE_CHANGED, later, first, 0),
                passed(TrailStep.MILESTONE_ADVANCED, later, first, 0),
                passed(TrailStep.CONDITIONS_MET, tools, first, 1),
                passed(TrailStep.CALL_DRAFTED, call, first, 2),
                passed(TrailStep.CALL_APPROVED, call, UUID.randomUUID(), 3),
                passed(TrailStep.CALL_ISSUED, call, second, 4));

        assertThat(Trail.of(call, second, all))
                .as(
                        "what is expected otherwise because of it did not lead to it, and of other tranches the reader may know nothing")
                .extracting(Trail.Step::step)
                .containsExactly(
                        TrailStep.MILESTONE_CLAIMED,
                        TrailStep.EVIDENCE_SUBMITTED,
                        TrailStep.MILESTONE_VERIFIED,
                        TrailStep.MILESTONE_ACHIEVED,
                        TrailStep.CALL_DRAFTED,
                        TrailStep.CALL_APPROVED,
                        TrailStep.CALL_ISSUED);
    }

    @Test
    void milestones_that_one_report_has_moved_are_one_step() {
        List<Passed> all = List.of(
                passed(TrailStep.FORECAST_DATE_CHANGED, shell, first, 0),
                passed(TrailStep.MILESTONE_SLIPPED, shell, first, 0),
                passed(TrailStep.MILESTONE_SLIPPED, tools, first, 0));

        List<Trail.Step> trail = Trail.of(UUID.randomUUID(), first, all);

        assertThat(trail)
                .extracting(Trail.Step::step)
                .containsExactly(TrailStep.FORECAST_DATE_CHANGED, TrailStep.MILESTONE_SLIPPED);
        assertThat(trail.getLast().about()).containsExactly(shell, tools);
    }

    @Test
    void work_that_began_late_leads_to_the_date_that_it_moves() {
        List<Passed> all = List.of(
                passed(TrailStep.FORECAST_DATE_CHANGED, shell, second, 0),
                passed(TrailStep.MILESTONE_STARTED, shell, first, 1),
                passed(TrailStep.FORECAST_DATE_CHANGED, shell, first, 1),
                passed(TrailStep.MILESTONE_SLIPPED, shell, first, 1));

        assertThat(Trail.of(shell, first, all))
                .extracting(Trail.Step::step)
                .containsExactly(
                        TrailStep.MILESTONE_STARTED, TrailStep.FORECAST_DATE_CHANGED, TrailStep.MILESTONE_SLIPPED);
    }

    @Test
    void each_step_is_an_event_of_its_own() {
        for (TrailStep step : TrailStep.values()) {
            assertThat(TrailStep.of(step.event())).contains(step);
        }
    }
}
