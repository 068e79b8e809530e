package tranche.auditor.commitment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * What each of two commitments has of a total, by the largest remainder (domain §5.2), reckoned anew.
 *
 * @param currency ISO 4217 code
 * @param key of one of the two, as text, and the other's
 * @param weight of the one, in units of the currency, and the other's
 */
record TwoShares(String currency, String key, BigDecimal weight, String otherKey, BigDecimal otherWeight) {

    /** The share of the first of the two. */
    BigDecimal first(BigDecimal total) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        BigInteger units = total.movePointRight(decimals).toBigIntegerExact();
        BigInteger own = weight.movePointRight(decimals).toBigIntegerExact();
        BigInteger other = otherWeight.movePointRight(decimals).toBigIntegerExact();
        BigInteger[] mine = units.multiply(own).divideAndRemainder(own.add(other));
        BigInteger[] theirs = units.multiply(other).divideAndRemainder(own.add(other));
        boolean oneIsLeft = !mine[0].add(theirs[0]).equals(units);
        BigInteger share =
                oneIsLeft && isFirstToRoundUp(mine[1], theirs[1], own, other) ? mine[0].add(BigInteger.ONE) : mine[0];
        return new BigDecimal(share, decimals);
    }

    private boolean isFirstToRoundUp(BigInteger mine, BigInteger theirs, BigInteger own, BigInteger other) {
        int byRemainder = mine.compareTo(theirs);
        int byWeight = own.compareTo(other);
        return byRemainder != 0 ? byRemainder > 0 : byWeight != 0 ? byWeight > 0 : key.compareTo(otherKey) < 0;
    }

    /** The share of the second of the two: the rest. */
    BigDecimal second(BigDecimal total) {
        return total.subtract(first(total));
    }
}
