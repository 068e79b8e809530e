package tranche.commitments.investment.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.money.Money;

/** A fund put money into a project. */
public record InvestmentMade(
        InvestmentId id,
        ProgrammeId programme,
        FundId fund,
        UUID project,
        Optional<TrancheId> tranche,
        Money amount,
        LocalDate effectiveDate) {}
