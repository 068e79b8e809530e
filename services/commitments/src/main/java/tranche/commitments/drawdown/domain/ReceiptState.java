package tranche.commitments.drawdown.domain;

/** Where money that came in stands (domain §2.3). */
public enum ReceiptState {
    /** Nobody knows yet what it is for. */
    UNMATCHED,
    /** All of it has settled lines. */
    MATCHED,
    /** Some of it is held for investors. */
    OVERPAID,
    /** What no line takes shall go back, and the bank has not said so yet. */
    REFUND_PENDING,
    REFUNDED,
    /** The bank took it back. */
    RETURNED
}
