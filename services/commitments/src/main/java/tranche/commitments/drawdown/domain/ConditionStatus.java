package tranche.commitments.drawdown.domain;

/** Whether a condition still stands in the way. */
public enum ConditionStatus {
    OPEN,
    MET,
    /** It need not be met, by a decision of two persons; it is not met by that. */
    WAIVED
}
