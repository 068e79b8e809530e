package tranche.portal.words.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.values.money.Currency;
import tranche.values.money.Money;

@DisplayName("An amount that is typed")
class AmountTextTest {

    private static final Currency USD = new Currency("USD");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.2bn | 4200000000",
                "$4.2bn | 4200000000",
                "4,2 bn | 4200000000",
                "4200000000 | 4200000000",
                "4,200,000,000.00 | 4200000000",
                "4.200.000.000,50 | 4200000000.50",
                "USD 1,234 | 1234",
                "1,234.56 | 1234.56",
                "1.234 million | 1234000",
                "12.5k | 12500",
                "2 trillion | 2000000000000",
                "0.01 | 0.01"
            })
    void is_read_as_english_is_written(String text, String amount) {
        assertThat(AmountText.parse(text, USD, Locale.ENGLISH)).contains(Money.of("USD", amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,2 Md | 4200000000",
                "4,2 milliards $ US | 4200000000",
                "4 200 000 000,00 | 4200000000",
                "1.234 | 1234",
                "1,5 M | 1500000",
                "599\u202f999\u202f988,00 | 599999988"
            })
    void is_read_as_french_is_written(String text, String amount) {
        assertThat(AmountText.parse(text.translateEscapes(), USD, Locale.FRENCH))
                .contains(Money.of("USD", amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a lot",
                "-5",
                "1.234",
                "12.001",
                "1,23,456",
                "1.2.3",
                "1,,000",
                "5 EUR",
                "4.2 zn",
                ".5",
                "5.",
                "9999999999999999999999999999999999999",
                "1e9"
            })
    void is_not_guessed_at(String text) {
        assertThat(AmountText.parse(text, USD, Locale.ENGLISH)).isEmpty();
    }

    @Test
    @DisplayName("A billion is nothing to a French reader, to whom it is another number")
    void knows_no_french_billion() {
        assertThat(AmountText.parse("4 billions", USD, Locale.FRENCH)).isEmpty();
        assertThat(AmountText.parse("4 billion", USD, Locale.ENGLISH)).contains(Money.of("USD", "4000000000"));
    }

    @Test
    @DisplayName("D-10: has no more decimals than its currency")
    void has_the_decimals_of_its_currency() {
        assertThat(AmountText.parse("1.5", new Currency("JPY"), Locale.ENGLISH)).isEmpty();
        assertThat(AmountText.parse("1.5m", new Currency("JPY"), Locale.ENGLISH))
                .contains(Money.of("JPY", "1500000"));
    }

    @Test
    void is_said_in_words_beside_the_figure() {
        assertThat(said("4200000000", Locale.ENGLISH))
                .isEqualTo("$4,200,000,000.00: four billion two hundred million, in US dollars");
        assertThat(said("4200000000", Locale.FRENCH))
                .endsWith("quatre milliards deux cents millions, en dollars des États-Unis");
        assertThat(said("80300000", Locale.FRENCH)).contains("quatre-vingts millions trois cent mille");
        assertThat(said("1100000000", Locale.FRENCH)).contains("un milliard cent millions");
        assertThat(said("12.50", Locale.ENGLISH)).isEqualTo("$12.50");
    }

    private static String said(String amount, Locale locale) {
        return AmountWords.of(
                Money.of("USD", amount),
                new Words(
                        Texts.of(locale),
                        MoneyWords.of(locale, List.of(USD)),
                        DateWords.of(locale, ZoneOffset.UTC),
                        Instant.EPOCH));
    }
}
