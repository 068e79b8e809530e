package tranche.portal.raise.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A commitment as a line of the list, amounts in the fund's currency.
 *
 * @param called cumulative
 * @param uncalled what can still be called: zero unless the commitment is closed
 * @param unverified whether it is known from a public record only
 */
public record CommitmentRow(
        UUID id,
        UUID programme,
        UUID fund,
        String fundName,
        UUID investor,
        String investorName,
        InvestorKind kind,
        CommitmentState state,
        Money amount,
        Money called,
        Money paid,
        Money uncalled,
        Optional<KnownDate> effective,
        boolean unverified,
        boolean sample) {}
