package tranche.commitments.forecast.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/**
 * One run of a fund's forecast: what is to be expected now, compared with what was told last (rule D-34). The fund is told
 * first, then each investor whose own rows differ, in the order of their ids.
 */
final class ForecastRun {

    private static final Optional<InvestorId> THE_FUND = Optional.empty();

    private final Prospects prospects;
    private final Fund fund;
    private final LocalDate today;
    private final Reckoned reckoned;
    private final Forecast forecast;
    private final List<ForecastChange> ofFund;

    /** The tranches whose day is another than the one that was told, each with its chain of reasons. */
    private final SortedMap<TrancheId, List<ForecastCause>> moved = new TreeMap<>();

    private final List<ForecastCause> ofAllMoved;

    ForecastRun(Prospects prospects, Fund fund, Instant now) {
        this.prospects = prospects;
        this.fund = fund;
        this.today = fund.today(now);
        this.reckoned = Reckoned.of(prospects, fund, today);
        this.forecast = Forecast.of(
                fund.terms().callBasis(),
                prospects.commitments().stream()
                        .map(one -> new Holder(one.id().toString(), one.amount(), one.uncalled()))
                        .toList(),
                reckoned.expected().values());
        this.ofFund = ForecastChange.between(prospects.toldTo(THE_FUND), forecast.rows());
        ofFund.stream()
                .filter(ForecastRun::hasMoved)
                .forEach(change -> moved.put(change.tranche(), reckoned.causes(change.tranche(), prospects)));
        this.ofAllMoved =
                moved.values().stream().flatMap(List::stream).distinct().toList();
    }

    private static boolean hasMoved(ForecastChange change) {
        return switch (change.kind()) {
            case MOVED, ADDED, REMOVED -> true;
            case RESIZED, NONE -> false;
        };
    }

    List<ForecastEvent> events() {
        List<ForecastEvent> events = new ArrayList<>();
        Map<TrancheId, Timetable> timetables =
                reckoned.expected().values().stream().collect(Collectors.toMap(Expected::tranche, Expected::timetable));
        List<ForecastLine> lines = lines(ofFund);
        if (lines.stream().anyMatch(ForecastLine::isChanged)) {
            events.add(new ForecastEvent.OfFund(
                    fund.id(), lines, timetables, prospects.called(), prospects.dateOfNext(THE_FUND, today)));
        }
        ofInvestors().forEach((investor, rows) -> {
            Optional<InvestorId> whom = Optional.of(investor);
            List<ForecastLine> own = lines(ForecastChange.between(prospects.toldTo(whom), rows));
            if (own.stream().anyMatch(ForecastLine::isChanged)) {
                events.add(new ForecastEvent.OfInvestor(
                        fund.id(), investor, own, prospects.called(), prospects.dateOfNext(whom, today)));
            }
        });
        return events;
    }

    /** The rows of everybody who is called, or was to be: of all commitments of an investor together. */
    private SortedMap<InvestorId, List<ForecastRow>> ofInvestors() {
        SortedMap<InvestorId, List<ForecastRow>> rows = new TreeMap<>(Comparator.comparing(InvestorId::toString));
        prospects.told().values().forEach(told -> told.investor().ifPresent(investor -> rows.put(investor, List.of())));
        Map<InvestorId, List<Commitment>> holdings =
                prospects.commitments().stream().collect(Collectors.groupingBy(Commitment::investor));
        Map<InvestorId, Map<TrancheId, Money>> shares = new HashMap<>();
        forecast.calls()
                .forEach(call -> holdings.forEach((investor, held) -> held.stream()
                        .flatMap(one ->
                                Optional.ofNullable(call.lines().get(one.id().toString())).stream())
                        .filter(Money::isPositive)
                        .forEach(share -> shares.computeIfAbsent(investor, _ -> new HashMap<>())
                                .merge(call.expected().tranche(), share, Money::plus))));
        shares.forEach((investor, own) -> rows.put(
                investor,
                forecast.calls().stream()
                        .flatMap(call -> Optional.ofNullable(
                                        own.get(call.expected().tranche()))
                                .stream()
                                .map(share -> new ForecastRow(
                                        call.expected().tranche(),
                                        call.expected().timetable().due(),
                                        share)))
                        .toList()));
        return rows;
    }

    private List<ForecastLine> lines(List<ForecastChange> changes) {
        return changes.stream()
                .map(change -> new ForecastLine(change, causes(change)))
                .toList();
    }

    /** Of a tranche that moved itself, its own; of a share that differs because others did, theirs. */
    private List<ForecastCause> causes(ForecastChange change) {
        if (change.kind() == ForecastChange.Kind.NONE) {
            return List.of();
        }
        return moved.getOrDefault(change.tranche(), ofAllMoved);
    }
}
