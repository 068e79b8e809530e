package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.figure.page.BarFigure;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

@DisplayName("The chart of calls to come")
class ProgrammeCallsTest {

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

    private static List<CallsFigure> charts(Expectation... expectations) {
        return ProgrammeCalls.of(List.of(expectations), USD, TODAY).stream()
                .map(calls -> CallsFigure.of(calls, WORDS))
                .toList();
    }

    @Test
    void stacks_what_is_sure_below_what_is_not_and_says_the_sum() {
        CallsFigure chart = charts(
                        expectation("2026-04-01", Certainty.ISSUED, "USD", "6000000000"),
                        expectation("2026-04-01", Certainty.AT_RISK, "USD", "3000000000"),
                        expectation("2027-01-01", Certainty.ON_PLAN, "USD", "1000000000"))
                .getFirst();

        List<BarFigure.Bar> bars = chart.figure().bars();
        assertThat(bars).hasSize(8);
        BarFigure.Bar first = bars.getFirst();
        assertThat(first.name()).isEqualTo("Q2");
        assertThat(first.rest()).isEqualTo("26");
        assertThat(first.over()).isEqualTo("9.0");
        assertThat(first.parts().stream().map(BarFigure.Part::look)).containsExactly("f5", BarFigure.HATCHED);
        BigDecimal issued = new BigDecimal(first.parts().getFirst().height());
        BigDecimal atRisk = new BigDecimal(first.parts().get(1).height());
        assertThat(issued).isCloseTo(atRisk.multiply(BigDecimal.TWO), Offset.offset(BigDecimal.ONE));
        assertThat(bars.get(3).over()).isEqualTo("1.0");
        assertThat(bars.get(4).over()).isEmpty();
        assertThat(chart.figure().lines()).extracting(BarFigure.Line::text).contains("0", "$10.0bn");
        assertThat(chart.figure().finding())
                .isEqualTo("$10.0bn to come, beginning with $9.0bn in Q2\u00a02026, at most $9.0bn in a quarter");
        assertThat(chart.keys()).extracting(CallsFigure.Key::name).containsExactly("Issued", "On plan", "At risk");
    }

    @Test
    void shows_the_same_in_its_table_to_the_cent() {
        CallsFigure chart = charts(
                        expectation("2026-04-01", Certainty.ISSUED, "USD", "10.01"),
                        expectation("2026-04-01", Certainty.UNLOCKED, "USD", "20.02"))
                .getFirst();

        assertThat(chart.rows()).hasSize(8);
        CallsFigure.Row row = chart.rows().getFirst();
        assertThat(row.parts().stream().map(CallsFigure.Amount::exact))
                .containsExactly("10.01", "20.02", "0.00", "0.00");
        assertThat(new BigDecimal(row.total().exact())).isEqualByComparingTo("30.03");
    }

    @Test
    @DisplayName("D-14: never adds currencies, and shows the headline currency first")
    void never_adds_currencies() {
        List<CallsFigure> charts = charts(
                expectation("2026-04-01", Certainty.ON_PLAN, "EUR", "5.00"),
                expectation("2026-04-01", Certainty.ON_PLAN, "USD", "1.00"));

        assertThat(charts.stream().map(CallsFigure::caption))
                .containsExactly("By quarter, in USD", "By quarter, in EUR");
    }

    @Test
    void says_what_comes_after_the_last_quarter() {
        CallsFigure chart = charts(
                        expectation("2028-04-01", Certainty.ON_PLAN, "USD", "2000000.01"),
                        expectation("2029-01-01", Certainty.ON_PLAN, "USD", "3000000.00"),
                        expectation("2029-01-01", Certainty.AT_RISK, "USD", "1.00"))
                .getFirst();

        assertThat(chart.later()).contains("$5.0m more is to come after these quarters.");
        assertThat(chart.figure().bars())
                .allSatisfy(bar -> assertThat(bar.parts()).isEmpty());
        assertThat(chart.rows()).hasSize(9);
        CallsFigure.Row last = chart.rows().getLast();
        assertThat(last.quarter()).isEqualTo("Later");
        assertThat(last.parts().stream().map(CallsFigure.Amount::exact))
                .containsExactly("0.00", "0.00", "5000000.01", "1.00");
        assertThat(last.total().exact()).isEqualTo("5000001.01");
    }

    @Test
    void names_its_currency_and_its_unit_where_its_axis_has_no_room_for_them() {
        assertThat(caption("6000000000")).isEqualTo("By quarter, in billions of USD");
        assertThat(caption("6000000")).isEqualTo("By quarter, in millions of USD");
        assertThat(caption("600")).isEqualTo("By quarter, in USD");
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
