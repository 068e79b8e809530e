package tranche.portal.raise.domain;

import java.util.Locale;

/** What happened: the events that people are told about, by the names of the contract. */
public enum ChangeKind {
    PROGRAMME_CREATED,
    FUND_CREATED,
    FUND_TERMS_CHANGED,
    FUND_CLOSED_TO_NEW,
    INVESTOR_REGISTERED,
    INVESTOR_CHANGED,
    INVESTOR_SUSPENDED,
    COMMITMENT_DRAFTED,
    COMMITMENT_DRAFT_EDITED,
    COMMITMENT_SUBMITTED,
    COMMITMENT_RETURNED,
    COMMITMENT_ACCEPTED,
    COMMITMENT_CLOSED,
    COMMITMENT_CANCELLED,
    COMMITMENT_TAKE_ON_DRAFTED,
    COMMITMENT_TAKEN_ON,
    CLOSING_PLANNED,
    CLOSING_APPROVED,
    CLOSING_EFFECTIVE,
    CLOSING_CANCELLED;

    /** The name in keys of texts, for instance {@code commitment-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
