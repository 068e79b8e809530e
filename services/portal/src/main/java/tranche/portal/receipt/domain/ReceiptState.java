package tranche.portal.receipt.domain;

import java.util.Locale;

/** Where money that came in stands (domain §2.3). */
public enum ReceiptState {
    UNMATCHED,
    MATCHED,
    OVERPAID,
    REFUND_PENDING,
    REFUNDED,
    RETURNED;

    /** The name in addresses and texts, for instance {@code refund-pending}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
