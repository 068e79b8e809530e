package tranche.portal.words.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * An amount as people type it: {@code 4.2bn}, {@code 4,2 Md}, {@code $4,200,000,000.00}, {@code 4 200 000 000}. What was
 * understood is shown in full before it counts, for a comma is a decimal sign to one reader and none to another.
 */
public final class AmountText {

    private static final int LONGEST = 60;

    /** A figure with whatever parts it, and the unit behind it. */
    private static final Pattern FORM = Pattern.compile("([0-9][0-9.,]*)([a-z]*)");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F'’_]");

    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("k", 3),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("bn", 9),
            Map.entry("md", 9),
            Map.entry("mds", 9),
            Map.entry("milliard", 9),
            Map.entry("milliards", 9));

    /** What is a thousand milliards to one reader and a million of them to the other. */
    private static final Map<String, Integer> IN_ENGLISH =
            Map.of("billion", 9, "billions", 9, "tn", 12, "trillion", 12, "trillions", 12);

    private AmountText() {}

    /**
     * Reads an amount of a currency.
     *
     * @return empty where it is none, or has more decimals than the currency
     */
    public static Optional<Money> parse(String text, Currency currency, Locale locale) {
        String bare = SPACES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        bare = bare.replace(currency.code().toLowerCase(Locale.ROOT), "").replaceAll("\\p{Sc}(us)?", "");
        Matcher form = FORM.matcher(bare);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        return zeros(form.group(2), locale)
                .flatMap(zeros -> figure(form.group(1), zeros > 0, locale)
                        .flatMap(figure -> money(figure.scaleByPowerOfTen(zeros), currency)));
    }

    private static Optional<Integer> zeros(String unit, Locale locale) {
        return Optional.ofNullable(ZEROS.get(unit))
                .or(() -> locale.equals(Locale.FRENCH) ? Optional.empty() : Optional.ofNullable(IN_ENGLISH.get(unit)));
    }

    private static Optional<BigDecimal> figure(String digits, boolean shortened, Locale locale) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        char last = comma > point ? ',' : '.';
        boolean both = comma >= 0 && point >= 0;
        boolean single = digits.indexOf(last) == Math.max(comma, point);
        boolean parts = !both && (!single || readsAsThousands(digits, last, shortened, locale));
        char decimal = parts ? (last == ',' ? '.' : ',') : last;
        String grouping = decimal == ',' ? "\\." : ",";
        String[] halves = digits.split(Pattern.quote(String.valueOf(decimal)), -1);
        String whole = halves[0].replaceAll(grouping, "");
        if (halves.length > 2 || whole.isEmpty() || !isGrouped(halves[0], grouping)) {
            return Optional.empty();
        }
        String rest = halves.length == 2 ? halves[1] : "0";
        return rest.matches("[0-9]+") ? Optional.of(new BigDecimal(whole + "." + rest)) : Optional.empty();
    }

    /** One sign with three digits behind it parts thousands where the reader's language does so, unless a unit follows. */
    private static boolean readsAsThousands(String digits, char sign, boolean shortened, Locale locale) {
        char ofLanguage = locale.equals(Locale.FRENCH) ? '.' : ',';
        return sign == ofLanguage
                && !shortened
                && digits.length() - digits.indexOf(sign) == 4
                && digits.indexOf(sign) > 0;
    }

    private static boolean isGrouped(String whole, String grouping) {
        String[] groups = whole.split(grouping, -1);
        for (int at = 1; at < groups.length; at++) {
            if (groups[at].length() != 3) {
                return false;
            }
        }
        return groups.length == 1 || groups[0].length() <= 3;
    }

    private static Optional<Money> money(BigDecimal value, Currency currency) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > currency.minorUnits()
                || plain.precision() - plain.scale() > Money.PRECISION - Money.SCALE) {
            return Optional.empty();
        }
        return Optional.of(new Money(currency, plain.setScale(Money.SCALE, RoundingMode.UNNECESSARY)));
    }
}
