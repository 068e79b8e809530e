package tranche.commitments.drawdown.domain;

/** Why a tranche whose conditions are met has no call, where not the rules of calls have refused one: their code is told then. */
public final class TrancheHold {

    /** A person cancelled the draft. */
    public static final String DRAFT_CANCELLED = "draft-cancelled";

    /** The conditions fell back after a call was drafted of them, and are met again. */
    public static final String DRAFTED_BEFORE = "drafted-before";

    private TrancheHold() {}
}
