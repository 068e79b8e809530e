package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.register.NameId;

/** The forecast of a fund's calls changed (rule D-34). Whoever is not concerned is not told. */
public sealed interface ForecastEvent {

    FundId fund();

    /** All lines, those of tranches that stayed as they were included. */
    List<ForecastLine> lines();

    /** Tranches that are no longer to be expected because they were called. */
    Set<TrancheId> called();

    LocalDate effectiveDate();

    /** Whose forecast it is; empty for the fund as a whole. */
    default Optional<InvestorId> investor() {
        return switch (this) {
            case OfFund _ -> Optional.empty();
            case OfInvestor own -> Optional.of(own.whose());
        };
    }

    /** The forecast that changed. */
    default UUID id() {
        return idOf(fund(), investor());
    }

    /** The id of a forecast: the same of a fund, or of an investor in it, for ever. */
    static UUID idOf(FundId fund, Optional<InvestorId> investor) {
        return NameId.of("forecast:" + fund + investor.map(one -> ":" + one).orElse(""));
    }

    /** @param timetables of all tranches that are to be expected */
    record OfFund(
            FundId fund,
            List<ForecastLine> lines,
            Map<TrancheId, Timetable> timetables,
            Set<TrancheId> called,
            LocalDate effectiveDate)
            implements ForecastEvent {

        public OfFund {
            lines = List.copyOf(lines);
            timetables = Map.copyOf(timetables);
            called = Set.copyOf(called);
        }
    }

    record OfInvestor(
            FundId fund, InvestorId whose, List<ForecastLine> lines, Set<TrancheId> called, LocalDate effectiveDate)
            implements ForecastEvent {

        public OfInvestor {
            lines = List.copyOf(lines);
            called = Set.copyOf(called);
        }
    }
}
