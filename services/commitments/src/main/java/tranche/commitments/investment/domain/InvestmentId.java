package tranche.commitments.investment.domain;

import java.util.UUID;

/** The identity of an investment. */
public record InvestmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
