package tranche.commitments.payment.domain;

import java.util.Map;
import tranche.values.actor.ContentHash;
import tranche.values.money.Currency;
import tranche.values.register.CanonicalJson;

/**
 * An account as a payer must write it.
 *
 * @param holder the account's owner as the bank knows it, at most 140 characters (ISO 20022)
 */
public record BankDetails(String holder, Iban iban, Bic bic, Currency currency) {

    /** The longest name that a bank takes. */
    public static final int HOLDER = 140;

    private static final int SHOWN = 4;

    public Fingerprint fingerprint() {
        return Fingerprint.of(this);
    }

    /** The end of the account's number: enough to tell two of one's own apart, too little to pay by. */
    public String last4() {
        return iban.text().substring(iban.text().length() - SHOWN);
    }

    /** What an approval binds (rule D-6). */
    public ContentHash hash(String fund) {
        return ContentHash.of(CanonicalJson.of(Map.of(
                "fundId",
                fund,
                "holder",
                holder,
                "iban",
                iban.text(),
                "bic",
                bic.text(),
                "currency",
                currency.code())));
    }

    /** Of an account nothing is shown where nobody asked for it. */
    @Override
    public String toString() {
        return "BankDetails[" + fingerprint() + "]";
    }
}
