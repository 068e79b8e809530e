package tranche.commitments.forecast.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/**
 * All that the forecast of a fund rests on, and what was told of it last.
 *
 * @param commitments that can be called
 * @param waiting tranches whose calls are still to be issued
 * @param drafts what drafted calls ask for, by their ids
 * @param facts about the conditions, with the milestones that give theirs their start
 * @param calendars the working days of projects' places
 * @param releases when tranches of other funds were released, or are to be expected
 * @param told by the ids of the forecasts: of the fund as a whole, and of each investor in it
 * @param timetables as they were reckoned last
 * @param called tranches that were to be expected and have been called since
 */
public record Prospects(
        Optional<Fund> fund,
        List<Commitment> commitments,
        List<Tranche> waiting,
        Map<UUID, CallContent> drafts,
        Facts facts,
        Map<UUID, WorkingDays> calendars,
        Map<TrancheId, LocalDate> releases,
        Shelf<UUID, Told> told,
        Map<TrancheId, Timetable> timetables,
        Set<TrancheId> called) {

    public static final Prospects NONE = new Prospects(
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            Facts.NONE,
            Map.of(),
            Map.of(),
            Shelf.empty(),
            Map.of(),
            Set.of());

    public Prospects {
        commitments = List.copyOf(commitments);
        waiting = List.copyOf(waiting);
        drafts = Map.copyOf(drafts);
        calendars = Map.copyOf(calendars);
        releases = Map.copyOf(releases);
        timetables = Map.copyOf(timetables);
        called = Set.copyOf(called);
    }

    /** What is to be told; nothing where nothing differs, and nothing of a fund that is not known. */
    public Decision<ForecastEvent> decide(Instant now) {
        return Decision.accepted(
                fund.map(known -> new ForecastRun(this, known, now).events()).orElse(List.of()));
    }

    public Prospects apply(ForecastEvent event, Instant recordedAt) {
        UUID forecast = event.id();
        Version version = told.get(forecast)
                .map(last -> last.version().next(event.effectiveDate(), recordedAt))
                .orElseGet(() -> Version.first(event.effectiveDate(), recordedAt));
        return new Prospects(
                fund,
                commitments,
                waiting,
                drafts,
                facts,
                calendars,
                releases,
                told.with(forecast, new Told(event.investor(), event.lines(), version)),
                event instanceof ForecastEvent.OfFund ofFund ? ofFund.timetables() : timetables,
                called);
    }

    Collection<ForecastRow> toldTo(Optional<InvestorId> whom) {
        return last(whom).map(Told::rows).orElse(List.of());
    }

    private Optional<Told> last(Optional<InvestorId> whom) {
        return fund.flatMap(known -> told.get(ForecastEvent.idOf(known.id(), whom)));
    }

    LocalDate dateOfNext(Optional<InvestorId> whom, LocalDate today) {
        return last(whom)
                .map(last -> last.version().dateOfNext(Optional.empty(), today))
                .orElse(today);
    }
}
