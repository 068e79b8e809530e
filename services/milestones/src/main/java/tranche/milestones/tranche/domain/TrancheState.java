package tranche.milestones.tranche.domain;

/** Where a tranche stands, as far as it matters to the milestones that it rests on. */
public enum TrancheState {
    /** No second person has approved it: it waits for nothing yet. */
    DRAFT,
    /** It waits for its conditions, or for the issue of the call that they have drafted. */
    OPEN,
    /** Its call was issued: what it rested on is not taken back from under it. */
    RELEASED,
    CANCELLED
}
