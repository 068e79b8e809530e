package tranche.commitments.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.proposal.Proposal;
import tranche.values.register.Version;

/**
 * An account to which a fund is paid (domain §2.2). What is approved is never edited: another account is.
 *
 * @param effectiveFrom from when payers are told it; empty until it is approved
 * @param maker who proposed it and so does not approve it (rule D-1)
 */
public record BankAccount(
        BankAccountId id,
        ProgrammeId programme,
        FundId fund,
        BankDetails details,
        BankAccountState state,
        Optional<Instant> effectiveFrom,
        Maker maker,
        Version version) {

    /** Whose holders read account numbers; an investor reads the one that its own notice names. */
    public static final Set<Role> READERS = Fund.READERS;

    /** Unanswered for so long, a proposed account lapses as every proposal does. */
    public static final Duration ANSWER_WITHIN = Proposal.ANSWER_WITHIN;

    public BankAccount {
        if (effectiveFrom.isPresent() != (state == BankAccountState.ACTIVE)) {
            throw new IllegalArgumentException("an account holds from when it is approved, and not before");
        }
    }

    /** Its state at a moment: unanswered, it ends by time alone. */
    public BankAccountState stateAt(Instant now) {
        return state == BankAccountState.PROPOSED
                        && !now.isBefore(version.recordedAt().plus(ANSWER_WITHIN))
                ? BankAccountState.LAPSED
                : state;
    }

    public Scope scope() {
        return Scope.ofFund(programme.value(), fund.value());
    }

    public ContentHash contentHash() {
        return details.hash(fund.toString());
    }
}
