package tranche.portal.figure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.money.Money;

@DisplayName("The axis of a figure")
class AmountScaleTest {

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }

    @Test
    void goes_from_nothing_to_a_round_amount_above_the_largest() {
        AmountScale scale = AmountScale.upTo(usd("728200000.00"));

        assertThat(scale.lines())
                .extracting(line -> line.amount().plain())
                .containsExactly("0.00", "200000000.00", "400000000.00", "600000000.00", "800000000.00");
        assertThat(scale.y(usd("0.00"))).isEqualByComparingTo("190.0");
        assertThat(scale.y(usd("800000000.00"))).isEqualByComparingTo("20.0");
        assertThat(scale.startsAboveNothing()).isFalse();
    }

    @Test
    void leaves_out_what_lies_below_bars_that_would_hardly_differ() {
        AmountScale scale = AmountScale.around(usd("1142000000.00"), usd("1242200000.00"));

        assertThat(scale.startsAboveNothing()).isTrue();
        assertThat(scale.y(usd("1142000000.00"))).isLessThan(scale.y(usd("0.00")));
        assertThat(AmountScale.around(usd("500.00"), usd("1242.00")).startsAboveNothing())
                .isFalse();
    }

    @Test
    void is_there_for_amounts_that_are_equal_and_for_a_cent() {
        assertThat(AmountScale.around(usd("7.00"), usd("7.00")).lines()).hasSizeGreaterThan(1);
        assertThat(AmountScale.upTo(usd("0.01")).lines()).hasSizeGreaterThan(1);
        assertThat(AmountScale.upTo(usd("0.00")).lines()).hasSizeGreaterThan(1);
    }
}
