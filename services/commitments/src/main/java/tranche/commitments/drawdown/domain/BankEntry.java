package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.actor.ContentHash;
import tranche.values.money.Money;

/**
 * An entry of a bank account, as far as all may keep it: of the accounts there are fingerprints alone.
 *
 * @param account fingerprint of the fund's account; with the reference it names the entry
 * @param reference the bank's own, unique in the account
 * @param valueDate from which day the money is there
 * @param amount above zero
 * @param debtor fingerprint of the payer's account, where the bank names it
 */
public record BankEntry(
        ContentHash account, String reference, LocalDate valueDate, Money amount, Optional<ContentHash> debtor) {

    /** What names an entry. */
    public record Key(ContentHash account, String reference) {}

    public Key key() {
        return new Key(account, reference);
    }
}
