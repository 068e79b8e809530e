package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.values.decision.Decision.refused;

import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/** What an amount of a commitment must be: in the fund's currency, above zero, a multiple of the minor unit (domain §2.1). */
final class Amounts {

    private Amounts() {}

    static <E> Optional<Decision<E>> refusal(Fund fund, Money amount) {
        if (!amount.currency().equals(fund.currency())) {
            return Optional.of(refused(
                    CURRENCY_NOT_THE_FUNDS, Map.of("currency", fund.currency().code())));
        }
        if (!amount.isPositive()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        return amount.isWholeMinorUnits() ? Optional.empty() : Optional.of(refused(AMOUNT_NOT_WHOLE));
    }
}
