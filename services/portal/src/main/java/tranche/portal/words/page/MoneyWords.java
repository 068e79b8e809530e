package tranche.portal.words.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * Amounts as people read them. Full where money moves; elsewhere three or four figures with a unit.
 *
 * <p>Rounding here is for the eye only, half up; the exact number stands beside it in the markup. A minus is U+2212. The
 * sign {@code $} means the US dollar and stands only where a page has no other dollar.
 */
public final class MoneyWords {

    static final char MINUS = '\u2212';
    static final char NARROW = '\u202F';
    static final char NO_BREAK = '\u00A0';

    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "JPY", "¥", "GBP", "£");
    private static final Set<String> OTHER_DOLLARS = Set.of(
            "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD", "NZD",
            "SBD", "SGD", "SRD", "TTD", "TWD", "XCD");
    private static final BigDecimal TRILLION = new BigDecimal("1000000000000");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    /** What rounds to a tenth and not to nothing. */
    private static final BigDecimal LEAST_TENTH = new BigDecimal("0.05");

    private final boolean french;
    private final boolean oneDollar;

    private MoneyWords(boolean french, boolean oneDollar) {
        this.french = french;
        this.oneDollar = oneDollar;
    }

    /** For a page on which the US dollar is the only dollar. */
    public static MoneyWords of(Locale locale) {
        return new MoneyWords(locale.equals(Locale.FRENCH), true);
    }

    /** For a page that shows these currencies. */
    public static MoneyWords of(Locale locale, Collection<Currency> shown) {
        boolean oneDollar = shown.stream().noneMatch(currency -> OTHER_DOLLARS.contains(currency.code()));
        return new MoneyWords(locale.equals(Locale.FRENCH), oneDollar);
    }

    /** To the minor unit, never shortened: {@code $599,999,988.00}, {@code 599 999 988,00 $ US}. */
    public String full(Money money) {
        int decimals = money.isWholeMinorUnits() ? money.currency().minorUnits() : Money.SCALE;
        String figure = figure(money.value(), decimals);
        String sign = sign(money.currency());
        if (french) {
            return signed(money.value(), decimals)
                    + figure
                    + NO_BREAK
                    + (sign.equals("$") ? "$" + NO_BREAK + "US" : sign);
        }
        return signed(money.value(), decimals) + before(sign) + figure;
    }

    /** Short, in the unit that fits: {@code $577.8bn}, {@code 577,8 Md$}, {@code NOK 103.1m}. */
    public String brief(Money money) {
        return brief(money, AmountUnit.fitting(money.value()));
    }

    /** Short, in a given unit: {@code $7,000bn}, {@code 7 000 Md$}. Zero has its decimal: {@code $0.0bn}. */
    public String brief(Money money, AmountUnit unit) {
        BigDecimal value = unit.of(money.value());
        int decimals = decimals(value, unit);
        String sign = sign(money.currency());
        String figure = figure(value, decimals);
        if (!french) {
            return signed(value, decimals) + before(sign) + figure + unit.sign(false);
        }
        String mark = unit.sign(true);
        return signed(value, decimals)
                + figure
                + NO_BREAK
                + mark
                + (sign.length() > 1 && !mark.isEmpty() ? NO_BREAK : "")
                + sign;
    }

    /**
     * Short, in the unit of its column; an amount that would read as nothing there keeps its own: {@code $12,345} among
     * millions.
     */
    public String inColumn(Money money, AmountUnit unit) {
        boolean readsAsNothing = !money.isZero() && unit.of(money.value()).abs().compareTo(LEAST_TENTH) < 0;
        return readsAsNothing ? brief(money) : brief(money, unit);
    }

    /** As {@link #brief(Money)}, with a trillion in words: {@code $7.0 trillion}, {@code 7 000 milliards $ US}. */
    public String spoken(Money money) {
        if (money.value().abs().compareTo(TRILLION) < 0) {
            return brief(money);
        }
        String sign = sign(money.currency());
        if (french) {
            BigDecimal milliards = AmountUnit.BILLION.of(money.value());
            return signed(milliards, 0)
                    + figure(milliards, 0)
                    + NO_BREAK
                    + "milliards"
                    + NO_BREAK
                    + (sign.equals("$") ? "$" + NO_BREAK + "US" : sign);
        }
        BigDecimal trillions = money.value().movePointLeft(12);
        return signed(trillions, 1) + before(sign) + figure(trillions, 1) + NO_BREAK + "trillion";
    }

    /** The figure alone, to the minor unit, for columns whose head names the currency: {@code 599,999,988.00}. */
    public String bare(Money money) {
        int decimals = money.isWholeMinorUnits() ? money.currency().minorUnits() : Money.SCALE;
        return signed(money.value(), decimals) + figure(money.value(), decimals);
    }

    /** The figure alone in a unit: {@code 6,300.0}. */
    public String bare(Money money, AmountUnit unit) {
        BigDecimal value = unit.of(money.value());
        int decimals = decimals(value, unit);
        return signed(value, decimals) + figure(value, decimals);
    }

    /** A share as a percentage with one decimal: {@code 8.3%}, {@code 8,3 %}; what would read as nothing: {@code <0.1%}. */
    public String percent(BigDecimal share) {
        BigDecimal hundredths = share.movePointRight(2);
        String sign = french ? NARROW + "%" : "%";
        boolean tooSmall = hundredths.signum() > 0 && hundredths.compareTo(LEAST_TENTH) < 0;
        if (tooSmall) {
            return (french ? "<" + NARROW : "<") + figure(TENTH, 1) + sign;
        }
        return signed(hundredths, 1) + figure(hundredths, 1) + sign;
    }

    /** A share in hundredths to six decimals, for a column that is read line by line: {@code 14.285714}. */
    public String hundredths(BigDecimal share) {
        return figure(share.movePointRight(2), 6);
    }

    /** A part of a minor unit to six decimals: {@code 0.571429}. */
    public String fraction(BigDecimal part) {
        return figure(part, 6);
    }

    /** The unit that fits an amount, for a chart or column that it leads. */
    public AmountUnit unitOf(Money money) {
        return AmountUnit.fitting(money.value());
    }

    /** The currency's sign or code as this page writes it. */
    public String sign(Currency currency) {
        String sign = SIGNS.get(currency.code());
        if (sign == null || (sign.equals("$") && !oneDollar)) {
            return currency.code();
        }
        return sign;
    }

    private static String before(String sign) {
        return sign.length() > 1 ? sign + NO_BREAK : sign;
    }

    private static int decimals(BigDecimal value, AmountUnit unit) {
        if (unit == AmountUnit.ONE) {
            return 0;
        }
        boolean fourFigures = value.abs().setScale(1, RoundingMode.HALF_UP).compareTo(THOUSAND) >= 0;
        return unit == AmountUnit.BILLION && fourFigures ? 0 : 1;
    }

    private static String signed(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).signum() < 0 ? String.valueOf(MINUS) : "";
    }

    private String figure(BigDecimal value, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? NARROW : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value.abs().setScale(decimals, RoundingMode.HALF_UP));
    }
}
