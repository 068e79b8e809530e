package tranche.portal.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.domain.Forecasts.called;
import static tranche.portal.drawdown.domain.Forecasts.forecast;
import static tranche.portal.drawdown.domain.Forecasts.id;
import static tranche.portal.drawdown.domain.Forecasts.usd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.money.Money;

@DisplayName("D-34: why the forecast of a year changed")
class WaterfallTest {

    private static final Optional<Forecast.Share> NOTHING = Optional.empty();

    @Test
    void is_told_of_the_first_year_that_differs_and_the_others_are_named() {
        Waterfall fall = Waterfall.of(List.of(
                        forecast(Optional.of(usd("2026-05-01", "5.00")), Optional.of(usd("2026-06-01", "5.00")), 0),
                        forecast(Optional.of(usd("2027-05-01", "7.00")), Optional.of(usd("2028-01-01", "7.00")), 50),
                        forecast(Optional.of(usd("2027-06-01", "2.00")), Optional.of(usd("2027-06-01", "2.00")), 0)))
                .getFirst();

        assertThat(fall.year()).isEqualTo(2027);
        assertThat(fall.before()).isEqualTo(Money.of("USD", "9.00"));
        assertThat(fall.after()).isEqualTo(Money.of("USD", "2.00"));
        assertThat(fall.steps()).singleElement().satisfies(step -> {
            assertThat(step.amount()).isEqualTo(Money.of("USD", "-7.00"));
            assertThat(step.reason().milestone()).contains(id(50));
        });
        assertThat(fall.otherYears()).isEqualTo(Map.of(2028, Money.of("USD", "7.00")));
    }

    @Test
    void folds_what_comes_after_the_six_largest_into_one_bar() {
        List<Forecast> forecasts = new ArrayList<>();
        for (int cause = 1; cause <= 8; cause++) {
            forecasts.add(forecast(NOTHING, Optional.of(usd("2027-05-01", cause + ".00")), 60L + cause));
        }
        Waterfall fall = Waterfall.of(forecasts).getFirst();

        assertThat(fall.bars())
                .extracting(Waterfall.Step::amount)
                .startsWith(Money.of("USD", "8.00"))
                .hasSize(6);
        assertThat(fall.others()).hasSize(2);
        assertThat(fall.ofOthers()).isEqualTo(Money.of("USD", "3.00"));
        assertThat(Waterfall.of(forecasts.subList(0, 6)).getFirst().others()).isEmpty();
    }

    @Test
    void is_none_where_nothing_changed_and_where_what_changed_was_called() {
        Forecast gone = forecast(Optional.of(usd("2027-05-01", "7.00")), NOTHING, 50);

        assertThat(Waterfall.of(List.of(called(gone)))).isEmpty();
        assertThat(Waterfall.of(List.of())).isEmpty();
        assertThat(Waterfall.of(List.of(gone))).hasSize(1);
    }

    @Test
    @DisplayName("D-14: never adds two currencies")
    void is_of_one_currency() {
        Forecast euros = forecast(
                NOTHING, Optional.of(new Forecast.Share(LocalDate.of(2027, 5, 1), Money.of("EUR", "4.00"))), 50);

        assertThat(Waterfall.of(List.of(euros, forecast(NOTHING, Optional.of(usd("2027-05-01", "7.00")), 50))))
                .extracting(Waterfall::difference)
                .containsExactly(Money.of("EUR", "4.00"), Money.of("USD", "7.00"));
    }
}
