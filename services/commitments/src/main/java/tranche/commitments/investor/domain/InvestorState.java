package tranche.commitments.investor.domain;

/** Whether an investor may make new commitments. */
public enum InvestorState {
    ACTIVE,
    SUSPENDED
}
