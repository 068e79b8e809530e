package tranche.commitments.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.programme.domain.ProgrammeCommand.MeasureRaise;
import tranche.commitments.programme.domain.ProgrammeEvent.ThresholdPassed;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Version;

@DisplayName("N-1: thresholds of a raise")
class MeasureRaiseTest {

    /** Already the next day where the programme is. */
    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");

    private static final ProgrammeId ID = new ProgrammeId(new UUID(0, 1));
    private static final Currency USD = new Currency("USD");

    private static ProgrammeFile programme(Optional<Money> target) {
        var content = new ProgrammeContent(
                "Chips for all", USD, target, Optional.empty(), Optional.empty(), false, ZoneId.of("Asia/Dubai"));
        return new ProgrammeFile(
                Optional.of(new Programme(
                        ID,
                        content,
                        Optional.empty(),
                        Actor.SYSTEM.asMaker(),
                        Optional.empty(),
                        Version.first(LocalDate.of(2026, 1, 1), NOW))),
                Map.of(),
                Optional.empty());
    }

    private static ProgrammeFile raising(String target) {
        return programme(Optional.of(Money.of("USD", target)));
    }

    private static List<ProgrammeEvent> told(ProgrammeFile file) {
        return ((Decision.Accepted<ProgrammeEvent>) file.decide(new MeasureRaise(ID), NOW)).events();
    }

    private static ProgrammeFile with(ProgrammeFile file, Money committed) {
        return new ProgrammeFile(file.programme(), file.known(), Optional.of(committed));
    }

    private static ProgrammeFile after(ProgrammeFile file) {
        ProgrammeFile state = file;
        for (ProgrammeEvent event : told(file)) {
            state = state.apply(event, NOW);
        }
        return state;
    }

    private static List<Integer> percents(List<ProgrammeEvent> events) {
        return events.stream()
                .map(event -> ((ThresholdPassed) event).threshold().percent())
                .toList();
    }

    private static List<Integer> percents(ProgrammeFile file, String committed) {
        return percents(told(with(file, Money.of("USD", committed))));
    }

    @Test
    void are_passed_from_the_cent_that_reaches_them() {
        assertThat(percents(raising("400.00"), "99.99")).isEmpty();
        assertThat(percents(raising("400.00"), "100.00")).containsExactly(25);
        assertThat(percents(raising("400.00"), "199.99")).containsExactly(25);
        assertThat(percents(raising("400.00"), "399.99")).containsExactly(25, 50, 75);
        assertThat(percents(raising("0.03"), "0.01")).containsExactly(25);
        assertThat(percents(raising("0.01"), "0.00")).isEmpty();
    }

    @Test
    void that_are_passed_at_once_are_told_in_rising_order_each_as_a_version_of_the_programme() {
        ProgrammeFile full = with(raising("400.00"), Money.of("USD", "1000.00"));

        List<ProgrammeEvent> events = told(full);
        Programme after = after(full).programme().orElseThrow();

        assertThat(percents(events)).containsExactly(25, 50, 75, 100);
        assertThat(events)
                .allSatisfy(event -> assertThat(event).isInstanceOfSatisfying(ThresholdPassed.class, passed -> {
                    assertThat(passed.committed()).isEqualTo(Money.of("USD", "1000.00"));
                    assertThat(passed.target()).isEqualTo(Money.of("USD", "400.00"));
                    assertThat(passed.effectiveDate()).isEqualTo(LocalDate.of(2026, 4, 1));
                }));
        assertThat(after.version().number()).isEqualTo(5);
        assertThat(after.told()).contains(RaiseThreshold.WHOLE);
        assertThat(told(after(full))).isEmpty();
    }

    @Test
    void are_not_told_again_after_a_fall_and_a_second_rise() {
        ProgrammeFile half = after(with(raising("400.00"), Money.of("USD", "250.00")));

        assertThat(percents(half, "50.00")).isEmpty();
        assertThat(percents(half, "250.00")).isEmpty();
        assertThat(percents(half, "300.00")).containsExactly(75);
    }

    @Test
    void are_none_without_a_target() {
        assertThat(percents(programme(Optional.empty()), "1000.00")).isEmpty();
    }

    @Test
    @DisplayName("D-5: have ids that follow from programme and share")
    void have_ids_that_follow_from_programme_and_share() {
        assertThat(RaiseThreshold.HALF.eventId(ID))
                .isEqualTo(RaiseThreshold.of(50).eventId(new ProgrammeId(new UUID(0, 1))))
                .isNotEqualTo(RaiseThreshold.WHOLE.eventId(ID))
                .isNotEqualTo(RaiseThreshold.HALF.eventId(new ProgrammeId(new UUID(0, 2))));
        assertThat(RaiseThreshold.HALF.eventId(ID).version()).isEqualTo(5);
    }

    @Property(tries = 200)
    @Label(
            "N-1: however a raise goes, each threshold is told at most once, in rising order, and none that is reached is left out")
    void each_is_told_once(@ForAll @Size(max = 20) List<@LongRange(min = 0, max = 200_000) Long> sums) {
        ProgrammeFile file = raising("1000.00");
        List<Integer> all = new ArrayList<>();
        long highest = 0;
        for (long cents : sums) {
            file = with(file, new Money(USD, java.math.BigDecimal.valueOf(cents, 2)));
            all.addAll(percents(told(file)));
            file = after(file);
            highest = Math.max(highest, cents);
        }

        long reached = highest * 100 / 100_000;
        assertThat(all)
                .containsExactlyElementsOf(List.of(25, 50, 75, 100).stream()
                        .filter(percent -> percent <= reached)
                        .toList());
    }
}
