package tranche.portal.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.portal.drawdown.domain.Forecast.Share;
import tranche.portal.drawdown.domain.Waterfall.Step;
import tranche.portal.figure.domain.CallsToCome;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Whatever became of the forecasts of a few years, in two currencies. */
class WaterfallProperties {

    private static final List<Currency> CURRENCIES = List.of(new Currency("EUR"), new Currency("USD"));

    @Provide
    static Arbitrary<List<Forecast>> forecasts() {
        Arbitrary<Currency> currency = Arbitraries.of(CURRENCIES);
        return currency.flatMap(WaterfallProperties::forecast).list().ofMaxSize(25);
    }

    private static Arbitrary<Forecast> forecast(Currency currency) {
        Arbitrary<Share> share = Combinators.combine(
                        Arbitraries.longs().between(0, 1500),
                        Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(15)))
                .as((day, cents) -> new Share(LocalDate.of(2026, 7, 1).plusDays(day), Money.ofMinor(currency, cents)));
        return Combinators.combine(
                        share.optional(),
                        share.optional(),
                        Arbitraries.longs().between(0, 12),
                        Arbitraries.of(true, false, false, false))
                .filter((before, now, _, _) -> before.isPresent() || now.isPresent())
                .as((before, now, milestone, called) -> {
                    Forecast forecast = Forecasts.forecast(before, now, milestone == 0 ? 0 : 100 + milestone);
                    return called ? Forecasts.called(forecast) : forecast;
                });
    }

    private static Money sum(List<Forecast> forecasts, Waterfall fall, boolean now) {
        return forecasts.stream()
                .filter(forecast -> !forecast.called())
                .flatMap(forecast -> (now ? forecast.expected() : forecast.before()).stream())
                .filter(share -> share.due().getYear() == fall.year()
                        && share.amount().currency().equals(fall.currency()))
                .map(Share::amount)
                .reduce(Money.zero(fall.currency()), Money::plus);
    }

    @Property
    void the_bars_add_up_to_the_difference(@ForAll("forecasts") List<Forecast> forecasts) {
        for (Waterfall fall : Waterfall.of(forecasts)) {
            Money level = fall.before();
            for (Step step : fall.bars()) {
                level = level.plus(step.amount());
            }
            assertThat(level.plus(fall.ofOthers())).isEqualTo(fall.after());
            assertThat(fall.bars()).hasSizeLessThanOrEqualTo(Waterfall.MOST_BARS);
            assertThat(fall.before()).isEqualTo(sum(forecasts, fall, false));
            assertThat(fall.after()).isEqualTo(sum(forecasts, fall, true));
        }
    }

    @Property
    void every_change_has_one_reason_and_every_reason_a_change(@ForAll("forecasts") List<Forecast> forecasts) {
        List<Forecast> told = new ArrayList<>();
        ForecastReason.of(forecasts).forEach(reason -> told.addAll(reason.forecasts()));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(forecasts.stream()
                        .filter(forecast -> forecast.change() != Forecast.Change.NONE && !forecast.called())
                        .toList());
    }

    @Property
    void a_quarter_is_the_sum_of_its_parts_and_nothing_is_left_out(@ForAll("forecasts") List<Forecast> forecasts) {
        for (CallsToCome outlook : Outlook.of(List.of(), forecasts)) {
            assertThat(outlook.total())
                    .isEqualTo(forecasts.stream()
                            .filter(forecast -> !forecast.called())
                            .flatMap(forecast -> forecast.expected().stream())
                            .map(Share::amount)
                            .filter(amount -> amount.currency().equals(outlook.currency()))
                            .reduce(Money.zero(outlook.currency()), Money::plus));
        }
    }
}
