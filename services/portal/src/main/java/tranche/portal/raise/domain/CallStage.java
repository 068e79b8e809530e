package tranche.portal.raise.domain;

/** How far a capital call has come. */
public enum CallStage {
    DRAFT,
    APPROVED,
    ISSUED,
    PART_PAID,
    OVERDUE,
    PAID,
    CANCELLED,
    REVERSED
}
