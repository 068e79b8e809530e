package tranche.values.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as a caller writes it: a plain decimal of ASCII digits, with no exponent, no sign but a leading
 * {@code -}, no blanks and no grouping; at most 34 digits before the point, and no more decimals than the currency's
 * minor unit. Nothing is rounded away (rule D-10).
 */
public final class MoneyText {

    /** Digits before the point, zeros included, that a stored amount has room for. */
    public static final int MOST_DIGITS = Money.PRECISION - Money.SCALE;

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?(?<whole>[0-9]++)(?:\\.(?<decimals>[0-9]++))?");

    private MoneyText() {}

    /** What a text turned out to be. */
    public sealed interface Reading {

        /** The text is an amount. */
        record Amount(Money money) implements Reading {}

        /**
         * The text is no amount of the currency.
         *
         * @param findings at least one, in the order of their list
         */
        record Unreadable(List<Finding> findings) implements Reading {
            public Unreadable {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Why a text is no amount. */
    public enum Finding {
        NOT_A_DECIMAL,
        TOO_MANY_DIGITS,
        TOO_MANY_DECIMALS;

        /** The code of the finding in the catalogue, for instance {@code too-many-decimals}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads a text, of whatever length. */
    public static Reading read(String text, Currency currency) {
        Matcher written = PLAIN_DECIMAL.matcher(text);
        if (!written.matches()) {
            return new Reading.Unreadable(List.of(Finding.NOT_A_DECIMAL));
        }
        List<Finding> findings = new ArrayList<>();
        if (written.end("whole") - written.start("whole") > MOST_DIGITS) {
            findings.add(Finding.TOO_MANY_DIGITS);
        }
        if (written.end("decimals") - written.start("decimals") > currency.minorUnits()) {
            findings.add(Finding.TOO_MANY_DECIMALS);
        }
        return findings.isEmpty()
                ? new Reading.Amount(new Money(currency, new BigDecimal(text)))
                : new Reading.Unreadable(findings);
    }
}
