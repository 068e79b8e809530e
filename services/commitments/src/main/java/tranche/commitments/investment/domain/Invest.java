package tranche.commitments.investment.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.values.actor.Actor;
import tranche.values.money.Money;

/**
 * Records money that went out of a fund's account into a project.
 *
 * @param date on which it went out
 */
public record Invest(
        InvestmentId id, UUID project, Optional<TrancheId> tranche, LocalDate date, Money amount, Actor by) {}
