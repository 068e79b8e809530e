package tranche.portal.drawdown.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The account to which a call is paid, as far as everybody may know it who sees the call.
 *
 * @param fingerprint by which people read it to each other
 * @param ending its last digits
 * @param since from when it holds
 * @param whole what a payer writes, where the notices name no account and promised that it follows; else empty
 */
public record PayingAccount(String fingerprint, String ending, Instant since, Optional<Whole> whole) {

    /** An account as a payer must write it. */
    public record Whole(String holder, String iban, String bic) {}
}
