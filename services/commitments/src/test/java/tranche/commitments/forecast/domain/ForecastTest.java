package tranche.commitments.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.forecast.domain.ForecastChange.Kind;
import tranche.commitments.forecast.domain.ForecastRow.Quarter;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.calendar.WorkingDays;
import tranche.values.money.AllocationRefusal;
import tranche.values.money.Money;

/** Rule D-34: calls one after the other, and what became of them since the run before. */
class ForecastTest {

    private static final WorkingDays DAYS =
            WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 11, 26)));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static TrancheId tranche(long number) {
        return new TrancheId(new UUID(0, number));
    }

    private static Money usd(String value) {
        return Money.of("USD", value);
    }

    private static Expected expected(long number, String amount, LocalDate met) {
        return new Expected(tranche(number), usd(amount), Timetable.of(met, DAYS, 5, 10));
    }

    private static Holder holder(String key, String committed, String uncalled) {
        return new Holder(key, usd(committed), usd(uncalled));
    }

    private static Map<String, Money> lines(Forecast forecast, int call) {
        return forecast.calls().get(call).lines();
    }

    private static ForecastRow row(long number, LocalDate due, String amount) {
        return new ForecastRow(tranche(number), due, usd(amount));
    }

    @Test
    @DisplayName("approval and notice are counted in the fund's business days, holidays left out")
    void counts_in_the_funds_business_days() {
        Timetable timetable = expected(1, "1.00", MONDAY).timetable();

        assertThat(timetable.issue()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(timetable.due()).isEqualTo(LocalDate.of(2026, 12, 15));
    }

    @Test
    void shares_each_call_by_what_the_ones_before_it_leave() {
        var holders = List.of(holder("a", "100.00", "30.00"), holder("b", "100.00", "100.00"));

        Forecast forecast = Forecast.of(
                CallBasis.COMMITMENT,
                holders,
                List.of(expected(2, "60.00", MONDAY.plusDays(7)), expected(1, "50.00", MONDAY)));

        assertThat(forecast.calls())
                .extracting(call -> call.expected().tranche())
                .containsExactly(tranche(1), tranche(2));
        assertThat(lines(forecast, 0)).containsEntry("a", usd("25.00")).containsEntry("b", usd("25.00"));
        assertThat(lines(forecast, 1)).containsEntry("a", usd("5.00")).containsEntry("b", usd("55.00"));
    }

    @Test
    void shares_by_what_is_uncalled_where_the_terms_say_so() {
        var holders = List.of(holder("a", "100.00", "25.00"), holder("b", "100.00", "75.00"));
        var calls = List.of(expected(1, "40.00", MONDAY), expected(2, "40.00", MONDAY.plusDays(1)));

        Forecast forecast = Forecast.of(CallBasis.UNCALLED, holders, calls);

        assertThat(lines(forecast, 0)).containsEntry("a", usd("10.00")).containsEntry("b", usd("30.00"));
        assertThat(lines(forecast, 1)).containsEntry("a", usd("10.00")).containsEntry("b", usd("30.00"));
    }

    @Test
    void takes_those_due_on_one_day_in_the_order_of_their_ids() {
        var holders = List.of(holder("a", "1.00", "100.00"));

        Forecast forecast = Forecast.of(
                CallBasis.COMMITMENT, holders, List.of(expected(2, "60.00", MONDAY), expected(1, "50.00", MONDAY)));

        assertThat(forecast.calls().get(0).expected().tranche()).isEqualTo(tranche(1));
        assertThat(forecast.calls().get(1).refusal()).contains(AllocationRefusal.INSUFFICIENT_UNCALLED);
    }

    @Test
    void draws_on_nothing_for_a_call_that_cannot_be_shared() {
        var holders = List.of(holder("a", "100.00", "100.00"));

        Forecast forecast = Forecast.of(
                CallBasis.COMMITMENT,
                holders,
                List.of(expected(1, "100.01", MONDAY), expected(2, "100.00", MONDAY.plusDays(1))));

        assertThat(forecast.calls().getFirst().lines()).isEmpty();
        assertThat(forecast.rowsOf("a")).containsExactly(row(2, LocalDate.of(2026, 12, 16), "100.00"));
        assertThat(forecast.rows()).hasSize(2);
    }

    @Test
    void has_no_row_for_who_is_called_for_nothing() {
        var holders = List.of(holder("a", "100.00", "0.00"), holder("b", "100.00", "100.00"));

        Forecast forecast = Forecast.of(CallBasis.COMMITMENT, holders, List.of(expected(1, "10.00", MONDAY)));

        assertThat(lines(forecast, 0)).containsEntry("a", usd("0.00"));
        assertThat(forecast.rowsOf("a")).isEmpty();
        assertThat(forecast.rowsOf("b")).hasSize(1);
        assertThat(forecast.rowsOf("stranger")).isEmpty();
    }

    @Test
    void tells_what_has_moved_came_went_and_changed_its_size() {
        var before = List.of(
                row(1, MONDAY, "10.00"),
                row(2, MONDAY, "10.00"),
                row(3, MONDAY, "10.00"),
                row(4, MONDAY, "10.00"),
                row(5, MONDAY, "10.00"));
        var after = List.of(
                row(1, MONDAY, "10.00"),
                row(2, MONDAY.plusDays(9), "10.00"),
                row(3, MONDAY, "10.01"),
                row(5, MONDAY.minusDays(2), "11.00"),
                row(6, MONDAY, "10.00"));

        List<ForecastChange> changes = ForecastChange.between(before, after);

        assertThat(changes)
                .extracting(ForecastChange::tranche)
                .containsExactly(tranche(5), tranche(1), tranche(3), tranche(4), tranche(6), tranche(2));
        assertThat(changes)
                .extracting(ForecastChange::kind)
                .containsExactly(Kind.MOVED, Kind.NONE, Kind.RESIZED, Kind.REMOVED, Kind.ADDED, Kind.MOVED);
        assertThat(changes).extracting(ForecastChange::days).containsExactly(-2L, 0L, 0L, 0L, 0L, 9L);
    }

    @Test
    void adds_up_by_month_and_by_quarter() {
        var rows = List.of(
                row(1, LocalDate.of(2027, 3, 31), "1.00"),
                row(2, LocalDate.of(2027, 4, 1), "2.00"),
                row(3, LocalDate.of(2027, 4, 30), "4.00"),
                row(4, LocalDate.of(2027, 6, 30), "8.00"),
                row(5, LocalDate.of(2026, 12, 31), "16.00"));

        assertThat(ForecastRow.byMonth(rows))
                .containsExactly(
                        Map.entry(YearMonth.of(2026, 12), usd("16.00")),
                        Map.entry(YearMonth.of(2027, 3), usd("1.00")),
                        Map.entry(YearMonth.of(2027, 4), usd("6.00")),
                        Map.entry(YearMonth.of(2027, 6), usd("8.00")));
        assertThat(ForecastRow.byQuarter(rows))
                .containsExactly(
                        Map.entry(new Quarter(2026, 4), usd("16.00")),
                        Map.entry(new Quarter(2027, 1), usd("1.00")),
                        Map.entry(new Quarter(2027, 2), usd("14.00")));
        assertThat(new Quarter(2027, 1)).hasToString("2027-Q1");
    }
}
