package tranche.portal.drawdown.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * What a call demands of an investor.
 *
 * @param commitment that bears it
 * @param open what is still to come; nothing before the call is issued
 * @param reference by which the payer names it
 * @param parts what it bears of each component
 */
public record CallLine(
        UUID id,
        UUID commitment,
        UUID investor,
        Money amount,
        Money paid,
        Money open,
        CallState state,
        String reference,
        List<Part> parts) {

    public CallLine {
        parts = List.copyOf(parts);
    }

    /**
     * What a line bears of a component.
     *
     * @param rounding how it was rounded; empty for whoever sees its own line alone, for it tells of the others
     */
    public record Part(String type, Money amount, Optional<Rounding> rounding) {}

    /**
     * How a share was rounded (rule D-20), in minor units.
     *
     * @param quotient the whole units of the exact share
     * @param remainder of the division by {@code weights}
     * @param unit whether one of the units that were left over came to it
     * @param capped whether it got what could be called at most, and the others shared the rest
     */
    public record Rounding(
            BigInteger quotient, BigInteger remainder, BigInteger weights, boolean unit, boolean capped) {}
}
