package tranche.portal.raise.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * The order of a list of commitments; rows that are equal in it stand by id.
 *
 * <p>Amounts of two currencies have no order, so money columns go by currency code first and by value within it.
 */
public record CommitmentSort(Column column, boolean descending) {

    /** The largest first. */
    public static final CommitmentSort DEFAULT = new CommitmentSort(Column.AMOUNT, true);

    /** What a list can be sorted by. */
    public enum Column {
        INVESTOR,
        FUND,
        KIND,
        STATE,
        AMOUNT,
        CALLED,
        UNCALLED,
        EFFECTIVE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it stands in the page's address: {@code amount}, or {@code -amount} for falling. */
    public String code() {
        return (descending ? "-" : "") + column.code();
    }

    /** The order of a code; empty where it is none. */
    public static Optional<CommitmentSort> of(String code) {
        boolean descending = code.startsWith("-");
        String name = descending ? code.substring(1) : code;
        for (Column column : Column.values()) {
            if (column.code().equals(name)) {
                return Optional.of(new CommitmentSort(column, descending));
            }
        }
        return Optional.empty();
    }
}
