package tranche.portal.words.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tranche.values.money.Money;

/** Parts of a whole, for widths and percentages; the eye's arithmetic, never that of money (rule D-12). */
public final class Share {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int WIDTH_DECIMALS = 3;

    private Share() {}

    /**
     * What part of the whole an amount is.
     *
     * @return from 0 up; 0 where the whole is nothing or either is negative
     */
    public static BigDecimal of(Money part, Money whole) {
        if (!whole.isPositive() || part.isNegative()) {
            return BigDecimal.ZERO;
        }
        return part.value().divide(whole.value(), MathContext.DECIMAL64);
    }

    /** A share as a width in SVG, at most the whole: {@code 8.25%}. */
    public static String width(BigDecimal share) {
        return share.min(BigDecimal.ONE)
                        .max(BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .setScale(WIDTH_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
