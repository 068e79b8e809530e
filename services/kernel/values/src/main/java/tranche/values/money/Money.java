package tranche.values.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact amount of one currency.
 *
 * <p>One that is agreed, posted or sent is a {@code numeric(38,4)}: up to 34 digits before the point and 4 after, never
 * rounded by this class (rule D-10); {@link MoneyText} takes no more. What many of them add up to has room for more, so that
 * no total fails on amounts which were each taken. Amounts of two currencies are never added (rule D-14).
 *
 * @param currency ISO 4217 currency
 * @param value in units of the currency (12.5000 is twelve and a half dollars), always at scale 4
 */
public record Money(Currency currency, BigDecimal value) implements Comparable<Money> {

    /** Decimals of a stored amount. */
    public static final int SCALE = 4;

    /** Digits of a stored amount, decimals included. */
    public static final int PRECISION = 38;

    /** Digits before the point of a sum: of 10^16 amounts, each as large as can be. */
    private static final int MOST_DIGITS = PRECISION - SCALE + 16;

    /** @throws ArithmeticException if the value has a fifth decimal or a 51st digit before the point */
    public Money {
        // Looked at before it is scaled: 1E+999999999 is short until its zeros are written out.
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > SCALE || shortest.precision() - shortest.scale() > MOST_DIGITS) {
            throw new ArithmeticException("more than " + MOST_DIGITS + " digits before the point or more than 4 after");
        }
        value = shortest.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /**
     * An amount from text that is known to be one, for instance {@code of("USD", "12.50")}; what a caller sends is read
     * with {@link MoneyText}.
     */
    public static Money of(String currency, String value) {
        return new Money(new Currency(currency), new BigDecimal(value));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    /** An amount from whole minor units: 1250 of USD is twelve and a half dollars. */
    public static Money ofMinor(Currency currency, BigInteger minor) {
        return new Money(currency, new BigDecimal(minor, currency.minorUnits()));
    }

    /**
     * The amount in whole minor units.
     *
     * @throws ArithmeticException if it is not a multiple of the minor unit
     */
    public BigInteger minor() {
        return value.movePointRight(currency.minorUnits()).toBigIntegerExact();
    }

    /** Whether the amount can be paid: a multiple of the currency's minor unit. */
    public boolean isWholeMinorUnits() {
        return value.stripTrailingZeros().scale() <= currency.minorUnits();
    }

    /**
     * @throws IllegalArgumentException if the currencies differ (rule D-14)
     * @throws ArithmeticException if the sum has a 51st digit before the point
     */
    public Money plus(Money other) {
        return new Money(same(other), value.add(other.value));
    }

    /**
     * @throws IllegalArgumentException if the currencies differ (rule D-14)
     * @throws ArithmeticException if the difference has a 51st digit before the point
     */
    public Money minus(Money other) {
        return new Money(same(other), value.subtract(other.value));
    }

    public Money negated() {
        return new Money(currency, value.negate());
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** @throws IllegalArgumentException if the currencies differ (rule D-14) */
    @Override
    public int compareTo(Money other) {
        same(other);
        return value.compareTo(other.value);
    }

    private Currency same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "D-14: " + currency + " and " + other.currency + " are not added or compared");
        }
        return currency;
    }

    /** The amount with the currency's own decimals, as the API answers it: {@code "12.50"}, {@code "1250"} in yen. */
    public String plain() {
        return isWholeMinorUnits()
                ? value.setScale(currency.minorUnits(), RoundingMode.UNNECESSARY)
                        .toPlainString()
                : value.toPlainString();
    }

    /** For instance {@code 12.50 USD}. */
    @Override
    public String toString() {
        return plain() + " " + currency;
    }
}
