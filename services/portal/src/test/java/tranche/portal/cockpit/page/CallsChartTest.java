package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

@DisplayName("The chart of calls to come")
class CallsChartTest {

    private static final Currency USD = new Currency("USD");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-10");

    private static final Words WORDS = new Words(
            Texts.of(Locale.ENGLISH),
            MoneyWords.of(Locale.ENGLISH, List.of(USD)),
            DateWords.of(Locale.ENGLISH, ZoneOffset.UTC),
            Instant.parse("2026-05-10T00:00:00Z"));

    private static Expectation expectation(String quarter, Certainty certainty, String currency, String amount) {
        return new Expectation(LocalDate.parse(quarter), certainty, Money.of(currency, amount));
    }

    private static List<CallsChart> charts(Expectation... expectations) {
        return CallsChart.of(List.of(expectations), USD, TODAY, WORDS);
    }

    @Test
    void stacks_what_is_sure_below_what_is_not_and_says_the_sum() {
        CallsChart chart = charts(
                        expectation("2026-04-01", Certainty.ISSUED, "USD", "6000000000"),
                        expectation("2026-04-01", Certainty.AT_RISK, "USD", "3000000000"),
                        expectation("2027-01-01", Certainty.ON_PLAN, "USD", "1000000000"))
                .getFirst();

        assertThat(chart.columns()).hasSize(8);
        CallsChart.Column first = chart.columns().getFirst();
        assertThat(first.name()).isEqualTo("Q2\u00a026");
        assertThat(first.total()).contains("9.0");
        assertThat(first.parts().stream().map(CallsChart.Part::look)).containsExactly("issued", "at-risk");
        assertThat(first.parts().getFirst().height())
                .isCloseTo(2 * first.parts().get(1).height(), org.assertj.core.data.Offset.offset(1));
        assertThat(chart.columns().get(3).total()).contains("1.0");
        assertThat(chart.columns().get(4).total()).isEmpty();
        assertThat(chart.ticks().stream().map(CallsChart.Tick::name)).contains("$10.0bn");
    }

    @Test
    void shows_the_same_in_its_table_to_the_cent() {
        CallsChart chart = charts(
                        expectation("2026-04-01", Certainty.ISSUED, "USD", "10.01"),
                        expectation("2026-04-01", Certainty.UNLOCKED, "USD", "20.02"))
                .getFirst();

        assertThat(chart.rows()).hasSize(8);
        CallsChart.Row row = chart.rows().getFirst();
        assertThat(row.cells().stream().map(CallsChart.Cell::exact)).containsExactly("10.01", "20.02", "0.00", "0.00");
        assertThat(new BigDecimal(row.total().exact())).isEqualByComparingTo("30.03");
    }

    @Test
    @DisplayName("D-14: never adds currencies, and shows the headline currency first")
    void never_adds_currencies() {
        List<CallsChart> charts = charts(
                expectation("2026-04-01", Certainty.ON_PLAN, "EUR", "5.00"),
                expectation("2026-04-01", Certainty.ON_PLAN, "USD", "1.00"));

        assertThat(charts.stream().map(CallsChart::currency)).containsExactly("USD", "EUR");
    }

    @Test
    void says_what_comes_after_the_last_quarter() {
        CallsChart chart = charts(
                        expectation("2028-04-01", Certainty.ON_PLAN, "USD", "2000000.01"),
                        expectation("2029-01-01", Certainty.ON_PLAN, "USD", "3000000.00"),
                        expectation("2029-01-01", Certainty.AT_RISK, "USD", "1.00"))
                .getFirst();

        assertThat(chart.later()).contains("$5.0m");
        assertThat(chart.columns())
                .allSatisfy(column -> assertThat(column.parts()).isEmpty());
        assertThat(chart.rows()).hasSize(9);
        CallsChart.Row last = chart.rows().getLast();
        assertThat(last.quarter()).isEqualTo("Later");
        assertThat(last.cells().stream().map(CallsChart.Cell::exact))
                .containsExactly("0.00", "0.00", "5000000.01", "1.00");
        assertThat(last.total().exact()).isEqualTo("5000001.01");
    }

    @Test
    void names_its_currency_and_its_unit_where_its_axis_has_no_room_for_them() {
        assertThat(caption("6000000000")).isEqualTo("In billions of USD");
        assertThat(caption("6000000")).isEqualTo("In millions of USD");
        assertThat(caption("600")).isEqualTo("In USD");
    }

    private static String caption(String amount) {
        return charts(expectation("2026-04-01", Certainty.ISSUED, "USD", amount))
                .getFirst()
                .caption();
    }

    @Test
    void is_left_out_where_nothing_is_to_come() {
        assertThat(charts()).isEmpty();
    }
}
