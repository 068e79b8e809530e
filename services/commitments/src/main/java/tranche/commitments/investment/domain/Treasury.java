package tranche.commitments.investment.domain;

import static tranche.commitments.investment.domain.InvestmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.investment.domain.InvestmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.investment.domain.InvestmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.investment.domain.InvestmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.investment.domain.InvestmentRefusal.EXCEEDS_CASH;
import static tranche.commitments.investment.domain.InvestmentRefusal.FORBIDDEN;
import static tranche.commitments.investment.domain.InvestmentRefusal.TRANCHE_NOT_RELEASED;
import static tranche.commitments.investment.domain.InvestmentRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * What a fund can put into projects, as far as the commands of one batch name it. It decides and applies; what it says is
 * the whole rule.
 *
 * @param fund empty where there is none of that id
 * @param cash what of the fund's bank account is its own, in its currency: what came in and settles no line, or is held for
 *     an investor, is not; there wherever the fund is
 * @param projects the named ones that are known, with their programmes
 * @param tranches the named ones of the fund
 * @param made in this batch
 */
public record Treasury(
        Optional<Fund> fund,
        Optional<Money> cash,
        Map<UUID, ProgrammeId> projects,
        Map<TrancheId, Slice> tranches,
        Map<InvestmentId, Investment> made) {

    public static final Treasury EMPTY = new Treasury(Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of());

    /**
     * A tranche as far as an investment asks.
     *
     * @param project that it pays for, where it is one project's
     */
    public record Slice(Optional<UUID> project, boolean released) {}

    public Treasury {
        projects = Map.copyOf(projects);
        tranches = Map.copyOf(tranches);
        made = Map.copyOf(made);
    }

    public Decision<InvestmentMade> decide(Invest invest, Instant now) {
        Optional<Fund> seen = fund.filter(found -> invest.by().access().holds(Fund.READERS, found.scope()));
        if (seen.isEmpty()) {
            return invest.by().access().holdsAnywhere(Role.FUND_MANAGER)
                    ? refused(UNKNOWN_REFERENCE, Map.of("field", "fundId"))
                    : refused(FORBIDDEN);
        }
        Fund from = seen.get();
        if (!invest.by().access().holds(Role.FUND_MANAGER, from.scope())) {
            return refused(FORBIDDEN);
        }
        LocalDate today = from.today(now);
        if (invest.date().isAfter(today)) {
            return refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString()));
        }
        return notReleased(invest)
                .or(() -> beyondCash(invest.amount()))
                .or(() -> unknown(invest, from))
                .or(() -> wrongAmount(invest.amount(), from))
                .orElseGet(() -> accepted(new InvestmentMade(
                        invest.id(),
                        from.programme(),
                        from.id(),
                        invest.project(),
                        invest.tranche(),
                        invest.amount(),
                        invest.date())));
    }

    /** What is not released was never called: no money can be its. */
    private Optional<Decision<InvestmentMade>> notReleased(Invest invest) {
        return invest.tranche()
                .map(tranches::get)
                .filter(slice -> !slice.released())
                .map(_ -> refused(TRANCHE_NOT_RELEASED));
    }

    private Optional<Decision<InvestmentMade>> beyondCash(Money amount) {
        return cash.filter(left -> left.currency().equals(amount.currency()) && amount.compareTo(left) > 0)
                .map(left -> refused(EXCEEDS_CASH, Map.of("cash", left.toString())));
    }

    private Optional<Decision<InvestmentMade>> unknown(Invest invest, Fund from) {
        if (!from.programme().equals(projects.get(invest.project()))) {
            return Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "projectId")));
        }
        boolean known = invest.tranche()
                .map(tranches::get)
                .filter(slice -> slice.project().orElse(invest.project()).equals(invest.project()))
                .isPresent();
        return invest.tranche().isEmpty() || known
                ? Optional.empty()
                : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("field", "trancheId")));
    }

    private static Optional<Decision<InvestmentMade>> wrongAmount(Money amount, Fund from) {
        if (!amount.currency().equals(from.currency())) {
            return Optional.of(refused(
                    CURRENCY_NOT_THE_FUNDS, Map.of("currency", from.currency().code())));
        }
        if (!amount.isPositive()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        return amount.isWholeMinorUnits() ? Optional.empty() : Optional.of(refused(AMOUNT_NOT_WHOLE));
    }

    public Treasury apply(InvestmentMade event, Instant recordedAt) {
        Map<InvestmentId, Investment> more = new HashMap<>(made);
        more.put(
                event.id(),
                new Investment(
                        event.id(),
                        event.programme(),
                        event.fund(),
                        event.project(),
                        event.tranche(),
                        event.amount(),
                        Version.first(event.effectiveDate(), recordedAt)));
        return new Treasury(fund, cash.map(left -> left.minus(event.amount())), projects, tranches, more);
    }
}
