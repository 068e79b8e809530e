package tranche.portal.grant.domain;

import java.time.Instant;

/** What became of a grant that had to be confirmed. */
public enum ProposalState {
    PENDING,
    APPROVED,
    REJECTED,
    LAPSED;

    /** @param now a proposal lapses by time alone */
    public static ProposalState of(HeldGrant grant, Instant now) {
        return switch (grant.stateAt(now)) {
            case PROPOSED -> PENDING;
            case GIVEN, ENDED -> APPROVED;
            case REJECTED -> REJECTED;
            case LAPSED -> LAPSED;
            case WITHDRAWN -> grant.givenBy().isPresent() ? APPROVED : LAPSED;
        };
    }
}
