package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyProperties {

    private static final BigInteger GREATEST = BigInteger.TEN.pow(33);

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.of("USD", "JPY", "KWD", "CLF"),
                        Arbitraries.bigIntegers().between(GREATEST.negate(), GREATEST))
                .as((currency, minor) -> Money.ofMinor(new Currency(currency), minor));
    }

    @Provide
    Arbitrary<Money> dollars() {
        return Arbitraries.bigIntegers()
                .between(GREATEST.negate(), GREATEST)
                .map(minor -> Money.ofMinor(new Currency("USD"), minor));
    }

    @Property
    void what_is_printed_is_read_back(@ForAll("amounts") Money money) {
        assertThat(MoneyText.read(money.plain(), money.currency())).isEqualTo(new MoneyText.Reading.Amount(money));
    }

    @Property
    void minor_units_and_back_is_the_same_amount(@ForAll("amounts") Money money) {
        assertThat(Money.ofMinor(money.currency(), money.minor())).isEqualTo(money);
    }

    @Property
    void a_text_is_read_or_found_wanting_and_never_thrown_back(@ForAll String text) {
        MoneyText.Reading reading = MoneyText.read(text, new Currency("USD"));

        assertThat(reading instanceof MoneyText.Reading.Amount)
                .isEqualTo(text.matches("-?[0-9]{1,34}(\\.[0-9]{1,2})?"));
    }

    @Property
    void adding_takes_back_what_subtracting_took(@ForAll("dollars") Money one, @ForAll("dollars") Money other) {
        assertThat(one.minus(other).plus(other)).isEqualTo(one);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.minus(other)).isEqualTo(other.minus(one).negated());
    }

    @Property
    void order_is_the_sign_of_the_difference(@ForAll("dollars") Money one, @ForAll("dollars") Money other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(one.minus(other).value().signum());
    }
}
