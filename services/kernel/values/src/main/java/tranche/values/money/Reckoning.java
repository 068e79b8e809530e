package tranche.values.money;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How one participant's share came about (rule D-20), so that whoever bears it can reckon it again: of the round in which it
 * was settled, all in minor units.
 *
 * @param total what was shared in that round, without a sign
 * @param weights the weights of all who took part in it
 * @param quotient the whole part of {@code total · weight / weights}
 * @param remainder of that division
 * @param unit whether one of the units that were left over came to it
 * @param cap the most that could be allotted; empty where there was no bound
 * @param capped whether the cap is what it got, and the others shared the rest
 */
public record Reckoning(
        BigInteger total,
        BigInteger weight,
        BigInteger weights,
        BigInteger quotient,
        BigInteger remainder,
        boolean unit,
        Optional<BigInteger> cap,
        boolean capped) {

    /** What it comes to, in minor units. */
    public BigInteger share() {
        return capped ? cap.orElseThrow() : beforeCap();
    }

    boolean exceedsCap() {
        return cap.filter(most -> beforeCap().compareTo(most) > 0).isPresent();
    }

    Reckoning fixedAtCap() {
        return new Reckoning(total, weight, weights, quotient, remainder, unit, cap, true);
    }

    private BigInteger beforeCap() {
        return unit ? quotient.add(BigInteger.ONE) : quotient;
    }
}
