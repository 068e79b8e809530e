package tranche.portal.raise.domain;

import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/** What an investor holds: its closed commitments, and what is built of the money of their funds. */
public interface Positions {

    /** Those that the investors of the access hold, by fund; to nobody else any. */
    List<Position> own(Access access);

    /**
     * A commitment, all amounts in the fund's currency.
     *
     * @param called cumulative
     * @param ofFund what is committed to its fund
     * @param verified what of the fund's money is verified build (rule D-44)
     */
    record Position(
            UUID commitment,
            UUID fund,
            String fundName,
            boolean sample,
            Money committed,
            Money called,
            Money paid,
            Money uncalled,
            Money ofFund,
            Money verified) {

        /** What is built with it: the fund's verified build times its share of the fund, rounded once (rule D-11). */
        public Money built() {
            return ofFund.isPositive()
                    ? new Money(
                            committed.currency(),
                            verified.value()
                                    .multiply(committed.value())
                                    .divide(ofFund.value(), committed.currency().minorUnits(), RoundingMode.HALF_UP))
                    : Money.zero(committed.currency());
        }
    }
}
