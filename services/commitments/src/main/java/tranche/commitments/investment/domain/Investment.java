package tranche.commitments.investment.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * Money that a fund has put into a project. It is recorded once and never changed.
 *
 * @param tranche of which it is; empty where it is no single one's
 * @param version whose effective date is the day on which the money went out
 */
public record Investment(
        InvestmentId id,
        ProgrammeId programme,
        FundId fund,
        UUID project,
        Optional<TrancheId> tranche,
        Money amount,
        Version version) {}
