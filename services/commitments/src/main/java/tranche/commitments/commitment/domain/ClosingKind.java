package tranche.commitments.commitment.domain;

/** Which of a fund's closings it is. */
public enum ClosingKind {
    INITIAL,
    SUBSEQUENT,
    FINAL
}
