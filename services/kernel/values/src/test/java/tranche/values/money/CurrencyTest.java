package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D-10: currencies")
class CurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "JPY,0", "KRW,0", "CLP,0", "VND,0", "ISK,0", "USD,2", "EUR,2", "GBP,2", "AED,2", "CHF,2", "TWD,2", "CNY,2",
        "SAR,2", "QAR,2", "KWD,3", "BHD,3", "OMR,3", "JOD,3", "TND,3", "CLF,4"
    })
    void have_the_decimals_of_the_rule(String code, int decimals) {
        assertThat(Currency.isKnown(code)).isTrue();
        assertThat(new Currency(code).minorUnits()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"XAU", "XAG", "XXX", "XTS", "XDR", "CHE", "USN", "UYW", "usd", "US", "USDT", "", "   ", "ZZZ"})
    void that_nobody_can_be_paid_in_are_refused(String code) {
        assertThat(Currency.isKnown(code)).isFalse();
        assertThatThrownBy(() -> new Currency(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEM", "FRF", "ANG", "ZWL", "SLL"})
    void of_the_platforms_list_that_ended_are_refused(String code) {
        assertThat(Currency.isKnown(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"HRK, 2022-12-31", "BGN, 2025-12-31"})
    void that_ended_lately_take_nothing_new_but_are_still_read(String code, LocalDate lastDay) {
        assertThat(Currency.isKnown(code)).isFalse();
        assertThat(new Currency(code).lastDay()).contains(lastDay);
        assertThat(new Currency("EUR").lastDay()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "JPY", "KWD", "TWD", "AED", "SAR", "INR", "XOF", "XCG", "ZWG", "SLE"})
    void agree_with_the_platform_where_both_know_them(String code) {
        assertThat(java.util.Currency.getAvailableCurrencies())
                .filteredOn(known -> known.getCurrencyCode().equals(code))
                .allSatisfy(known ->
                        assertThat(new Currency(code).minorUnits()).isEqualTo(known.getDefaultFractionDigits()));
    }
}
