package tranche.commitments.drawdown.domain;

import java.util.Optional;
import tranche.commitments.payment.domain.Iban;

/**
 * Who paid and what they wrote, as the bank tells it: kept apart from everything else, for it may name a person.
 *
 * @param remittance what the payer wrote, the reference of a line in it if all is well
 */
public record Payer(Optional<String> name, Optional<Iban> account, Optional<String> remittance) {}
