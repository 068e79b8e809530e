package tranche.commitments.fund.domain;

/** Whether a fund takes new commitments. */
public enum FundState {
    OPEN,
    CLOSED_TO_NEW
}
