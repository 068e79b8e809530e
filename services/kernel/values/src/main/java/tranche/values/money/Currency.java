package tranche.values.money;

import java.util.Map;
import java.util.Set;

/**
 * A currency of ISO 4217 list one in which money can be paid.
 *
 * <p>Funds' codes, metals and test codes (XAU, XXX, XTS ...) are refused (rule D-10).
 *
 * @param code three capital letters
 */
public record Currency(String code) implements Comparable<Currency> {

    /** Where the JDK's list differs from rule D-10, the rule holds. */
    private static final Map<String, Integer> MINOR_UNITS = Map.of("ISK", 0, "CLF", 4);

    private static final Set<String> NOT_MONEY = Set.of(
            "XAU", "XAG", "XPD", "XPT", "XXX", "XTS", "XBA", "XBB", "XBC", "XBD", "XDR", "XSU", "XUA", "XFO", "XFU");

    public Currency {
        if (!isKnown(code)) {
            throw new IllegalArgumentException("no currency of ISO 4217 list one: " + code);
        }
    }

    /** Whether the code names a currency in which money can be paid. */
    public static boolean isKnown(String code) {
        if (code.length() != 3 || NOT_MONEY.contains(code)) {
            return false;
        }
        try {
            return java.util.Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Decimals of the smallest unit that is paid: 0 for JPY, 2 for USD, 3 for KWD, 4 for CLF. */
    public int minorUnits() {
        Integer fixed = MINOR_UNITS.get(code);
        return fixed != null ? fixed : java.util.Currency.getInstance(code).getDefaultFractionDigits();
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
