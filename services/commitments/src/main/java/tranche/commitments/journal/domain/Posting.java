package tranche.commitments.journal.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * One line of a journal entry.
 *
 * @param dims what the account is divided by, for instance {@code investor} and its id, in order of name; may be empty
 * @param amount a debit is positive, a credit negative
 */
public record Posting(Account account, SortedMap<String, String> dims, Money amount) {

    /** The dimension that names an investor. */
    public static final String INVESTOR = "investor";

    public Posting {
        dims = Collections.unmodifiableSortedMap(new TreeMap<>(dims));
    }

    /** A posting to an account, or a part of one, by name of dimension. */
    public static Posting of(Account account, Map<String, String> dims, Money amount) {
        return new Posting(account, new TreeMap<>(dims), amount);
    }

    /** A posting to an investor's part of an account. */
    public static Posting of(Account account, UUID investor, Money amount) {
        return of(account, Map.of(INVESTOR, investor.toString()), amount);
    }

    /** The same line with debit and credit exchanged. */
    public Posting mirrored() {
        return new Posting(account, dims, amount.negated());
    }
}
