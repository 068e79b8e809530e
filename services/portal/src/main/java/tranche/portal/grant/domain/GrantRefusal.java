package tranche.portal.grant.domain;

import tranche.values.decision.Refusal;

/** Why a grant is not proposed, confirmed or withdrawn. Where several hold, the first of this list is told. */
public enum GrantRefusal implements Refusal {
    NOT_FOUND,
    OWN_GRANT,
    FOUR_EYES,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    GRANT_EXISTS,
    TOO_MANY_GRANTS,
    CONTENT_CHANGED;

    /** To decide on one's own is nobody's right, whatever the role. */
    @Override
    public boolean isOfRights() {
        return this == OWN_GRANT || Refusal.super.isOfRights();
    }
}
