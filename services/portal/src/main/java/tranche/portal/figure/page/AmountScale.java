package tranche.portal.figure.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * The upright axis of a figure, in pixels from its top; the eye's arithmetic, never that of money (rule D-12).
 *
 * @param bottom amount at the foot, in units of the currency
 * @param top amount at the head, always above the bottom
 * @param step from one line to the next
 */
public record AmountScale(Currency currency, BigDecimal bottom, BigDecimal top, BigDecimal step) {

    /** Room above the head for what is written over a bar. */
    static final int OVER = 20;

    /** From head to foot. */
    static final int HEIGHT = 170;

    private static final int LINES = 4;
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final List<BigDecimal> NICE = List.of(
            new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("2.5"), new BigDecimal("5"), BigDecimal.TEN);

    /** A line across the figure. */
    public record Line(String y, Money amount) {}

    /** An axis from nothing up. */
    public static AmountScale upTo(Money largest) {
        return between(BigDecimal.ZERO, largest);
    }

    /** An axis that leaves out what lies below all bars, where these would hardly differ on a whole one. */
    public static AmountScale around(Money smallest, Money largest) {
        boolean high = smallest.value().multiply(TWO).compareTo(largest.value()) > 0;
        return between(high ? smallest.value() : BigDecimal.ZERO, largest);
    }

    private static AmountScale between(BigDecimal from, Money largest) {
        BigDecimal span = largest.value()
                .subtract(from)
                .max(largest.value().movePointLeft(2))
                .max(BigDecimal.ONE);
        BigDecimal step = nice(span.divide(BigDecimal.valueOf(LINES), MathContext.DECIMAL64));
        BigDecimal bottom = from.signum() == 0
                ? BigDecimal.ZERO
                : rounded(from, step, RoundingMode.FLOOR).subtract(step).max(BigDecimal.ZERO);
        BigDecimal top = rounded(largest.value(), step, RoundingMode.CEILING).max(bottom.add(step));
        return new AmountScale(largest.currency(), bottom, top, step);
    }

    private static BigDecimal nice(BigDecimal rough) {
        int magnitude = rough.precision() - rough.scale() - 1;
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(magnitude);
        return NICE.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal rounded(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value.divide(step, 0, mode).multiply(step);
    }

    public boolean startsAboveNothing() {
        return bottom.signum() > 0;
    }

    /** The place of an amount: the foot, where it is below all that is shown. */
    public BigDecimal y(Money amount) {
        return top.subtract(amount.value().max(bottom))
                .multiply(BigDecimal.valueOf(HEIGHT))
                .divide(top.subtract(bottom), 1, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(OVER));
    }

    /** From the foot up. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (BigDecimal at = bottom; at.compareTo(top) <= 0; at = at.add(step)) {
            Money amount = new Money(currency, at.setScale(Money.SCALE, RoundingMode.HALF_UP));
            lines.add(new Line(y(amount).toPlainString(), amount));
        }
        return lines;
    }

    static String foot() {
        return Integer.toString(OVER + HEIGHT);
    }
}
