package tranche.portal.words.page;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import tranche.values.money.Money;

/** An amount as it is said aloud, beside the figure: who reads {@code four billion} sees a zero too many at once. */
public final class AmountWords {

    /** Beyond it, words are harder to read than the figure. */
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    /** A French million is a noun: what is several times a hundred or a score agrees with it, and is spelt out as if it did not. */
    private static final Pattern UNAGREED = Pattern.compile(
            "((?:deux|trois|quatre|cinq|six|sept|huit|neuf)[ -]cent|quatre-vingt)(?= milli(?:on|ard)s)");

    private AmountWords() {}

    /** In full, and in words where it is a whole amount that can be said. */
    public static String of(Money money, Words words) {
        String full = words.money().full(money);
        if (money.value().stripTrailingZeros().scale() > 0 || money.value().compareTo(LARGEST) >= 0) {
            return full;
        }
        Locale locale = words.texts().locale();
        String said = agreed(new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(money.value()));
        String currency = com.ibm.icu.util.Currency.getInstance(money.currency().code())
                .getName(
                        ULocale.forLocale(locale), com.ibm.icu.util.Currency.PLURAL_LONG_NAME, "other", new boolean[1]);
        return words.texts().say("words.amount.said", "full", full, "said", said, "currency", currency);
    }

    private static String agreed(String said) {
        return UNAGREED.matcher(said).replaceAll("$1s");
    }
}
