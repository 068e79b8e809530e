package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.values.calendar.WorkingDays;

@DisplayName("N-1, CC-04: reminders before the day of a line")
class ReminderTest {

    /** Friday 1 May 2026 is a holiday. */
    private static final WorkingDays CALENDAR =
            WorkingDays.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 5, 1)));

    private static final LocalDate DUE = LocalDate.of(2026, 5, 6);

    @ParameterizedTest
    @CsvSource({
        "2026-04-27, , ",
        "2026-04-28, , FIVE_DAYS",
        "2026-04-28, FIVE_DAYS, ",
        "2026-05-04, , FIVE_DAYS",
        "2026-05-05, FIVE_DAYS, ONE_DAY",
        "2026-05-05, , ONE_DAY",
        "2026-05-06, FIVE_DAYS, ONE_DAY",
        "2026-05-06, ONE_DAY, ",
    })
    void count_business_days_and_are_told_once(LocalDate today, Reminder told, Reminder tells) {
        assertThat(Reminder.on(today, DUE, CALENDAR, Optional.ofNullable(told))).isEqualTo(Optional.ofNullable(tells));
    }

    @Property
    @Label("N-1: whichever days somebody looks, each is told at most once, and five days never after one")
    void each_is_told_at_most_once(@ForAll List<@IntRange(max = 12) Integer> days) {
        List<Reminder> told = new ArrayList<>();
        days.stream()
                .sorted()
                .map(day -> DUE.minusDays(12L - day))
                .forEach(today -> Reminder.on(
                                today, DUE, CALENDAR, told.isEmpty() ? Optional.empty() : Optional.of(told.getLast()))
                        .ifPresent(told::add));

        assertThat(told).isSorted().doesNotHaveDuplicates();
    }
}
