package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency USD = new Currency("USD");

    @Test
    void is_the_same_amount_however_many_zeros_it_was_written_with() {
        assertThat(Money.of("USD", "12.5"))
                .isEqualTo(Money.of("USD", "12.5000"))
                .hasSameHashCodeAs(Money.of("USD", "12.50"))
                .hasToString("12.50 USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1E-999999999", "1E+999999999", "1E+50"})
    void refuses_a_fifth_decimal_and_a_fifty_first_digit_without_writing_them_out(String value) {
        assertThatThrownBy(() -> new Money(USD, new BigDecimal(value))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void adds_up_the_greatest_amounts_and_refuses_what_no_sum_of_them_comes_to() {
        Money greatest = Money.of("CLF", "9".repeat(34) + ".9999");
        Money sum = Money.of("CLF", "9".repeat(50) + ".9999");

        assertThat(greatest.value().precision()).isEqualTo(Money.PRECISION);
        assertThat(greatest.plus(greatest)).hasToString("1" + "9".repeat(34) + ".9998 CLF");
        assertThatThrownBy(() -> sum.plus(Money.of("CLF", "0.0001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    @DisplayName("D-14: two currencies are neither added nor compared")
    void refuses_to_mix_currencies() {
        Set<BinaryOperator<Money>> mixed =
                Set.of(Money::plus, Money::minus, (one, other) -> one.compareTo(other) > 0 ? one : other);

        assertThat(mixed)
                .allSatisfy(operation -> assertThatThrownBy(
                                () -> operation.apply(Money.of("USD", "1"), Money.of("EUR", "1")))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("D-14"));
    }

    @Test
    void has_minor_units_only_where_it_can_be_paid() {
        assertThat(Money.of("USD", "12.50").minor()).isEqualTo(BigInteger.valueOf(1250));
        assertThat(Money.of("JPY", "12").minor()).isEqualTo(BigInteger.valueOf(12));
        assertThat(Money.of("USD", "12.501").isWholeMinorUnits()).isFalse();
        assertThatThrownBy(() -> Money.of("USD", "12.501").minor()).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("USD", "12.501").plain()).isEqualTo("12.5010");
    }

    @Test
    void fractions_are_in_lowest_terms_with_the_sign_above_the_line() {
        assertThat(Fraction.of(28, -360)).isEqualTo(Fraction.of(-7, 90)).hasToString("-7/90");
        assertThat(Fraction.of(0, 366)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(1, 3)).isGreaterThan(Fraction.of(33, 100));
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
