package tranche.portal.account.domain;

import tranche.values.decision.Refusal;

/** Why an account is not made, shut or linked. Where several hold, the first of this list is told. */
public enum AccountRefusal implements Refusal {
    NOT_FOUND,
    OWN_ACCOUNT,
    FORBIDDEN,
    VERSION_CONFLICT,
    INVALID_STATE,
    PASSWORD_SET,
    USERNAME_TAKEN,
    PERSON_LINKED,
    TOO_MANY_ACCOUNTS;

    /** To decide on one's own is nobody's right, whatever the role. */
    @Override
    public boolean isOfRights() {
        return this == OWN_ACCOUNT || Refusal.super.isOfRights();
    }
}
