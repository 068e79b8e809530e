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
    COMMITMENT_AMENDED,
    COMMITMENT_TRANSFERRED,
    COMMITMENT_TRANSFER_RECEIVED,
    CLOSING_PLANNED,
    CLOSING_APPROVED,
    CLOSING_EFFECTIVE,
    CLOSING_CANCELLED,
    CAPITAL_CALL_DRAFTED,
    CAPITAL_CALL_ISSUED,
    CAPITAL_CALL_CANCELLED,
    CAPITAL_CALL_PAID,
    CAPITAL_CALL_REVERSED,
    TRANCHE_RELEASED,
    INVESTMENT_MADE;

    /** Whether only those who read the fund whole are told: what it calls and spends is nobody else's. */
    public boolean isOfStaff() {
        return switch (this) {
            case CAPITAL_CALL_DRAFTED,
                    CAPITAL_CALL_ISSUED,
                    CAPITAL_CALL_CANCELLED,
                    CAPITAL_CALL_PAID,
                    CAPITAL_CALL_REVERSED,
                    INVESTMENT_MADE -> true;
            case PROGRAMME_CREATED,
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
                    COMMITMENT_AMENDED,
                    COMMITMENT_TRANSFERRED,
                    COMMITMENT_TRANSFER_RECEIVED,
                    CLOSING_PLANNED,
                    CLOSING_APPROVED,
                    CLOSING_EFFECTIVE,
                    CLOSING_CANCELLED,
                    TRANCHE_RELEASED -> false;
        };
    }

    /** The name in keys of texts, for instance {@code commitment-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
