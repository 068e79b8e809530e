package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.values.money.MoneyText.Finding.NOT_A_DECIMAL;
import static tranche.values.money.MoneyText.Finding.TOO_MANY_DECIMALS;
import static tranche.values.money.MoneyText.Finding.TOO_MANY_DIGITS;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.values.money.MoneyText.Finding;
import tranche.values.money.MoneyText.Reading;

@DisplayName("D-10: an amount as text")
class MoneyTextTest {

    @ParameterizedTest
    @CsvSource({
        "USD, 12, 12.00",
        "USD, 12.5, 12.50",
        "USD, -0.01, -0.01",
        "USD, -0, 0.00",
        "USD, 0012.50, 12.50",
        "JPY, 1250, 1250",
        "KWD, 0.001, 0.001",
        "CLF, 0.0001, 0.0001"
    })
    void reads_a_plain_decimal_and_answers_it_with_the_currencys_decimals(String currency, String text, String plain) {
        assertThat(MoneyText.read(text, new Currency(currency)))
                .isEqualTo(new Reading.Amount(Money.of(currency, plain)))
                .extracting(read -> ((Reading.Amount) read).money().plain())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "12.",
                ".5",
                "+12",
                "--12",
                "12-",
                " 12",
                "12 ",
                "12\n",
                "1 000",
                "1,000",
                "1'000",
                "12,50",
                "1e3",
                "1E+3",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "\u0661\u0662",
                "\u221212",
                "1\u00a0000",
                "12.50 USD",
                "$12"
            })
    void anything_else_is_no_decimal(String text) {
        assertThat(findings(text, "USD")).containsExactly(NOT_A_DECIMAL);
    }

    @Test
    void thirty_four_digits_before_the_point_are_read_and_one_more_is_found() {
        assertThat(MoneyText.read("9".repeat(34) + ".99", new Currency("USD"))).isInstanceOf(Reading.Amount.class);
        assertThat(findings("9".repeat(35) + ".99", "USD")).containsExactly(TOO_MANY_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"USD, 12.001", "USD, 12.000", "JPY, 12.0", "KWD, 12.0001", "CLF, 0.00001"})
    void one_decimal_more_than_the_minor_unit_is_found_even_if_it_is_zero(String currency, String text) {
        assertThat(findings(text, currency)).containsExactly(TOO_MANY_DECIMALS);
    }

    @Test
    void both_ends_are_found_at_once() {
        assertThat(findings("9".repeat(100_000) + "." + "9".repeat(100_000), "USD"))
                .containsExactly(TOO_MANY_DIGITS, TOO_MANY_DECIMALS);
    }

    @Test
    void findings_have_the_codes_of_the_catalogue() {
        assertThat(TOO_MANY_DECIMALS.code()).isEqualTo("too-many-decimals");
    }

    private static List<Finding> findings(String text, String currency) {
        return ((Reading.Unreadable) MoneyText.read(text, new Currency(currency))).findings();
    }
}
