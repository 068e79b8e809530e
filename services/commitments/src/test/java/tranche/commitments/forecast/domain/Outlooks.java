package tranche.commitments.forecast.domain;

import static tranche.commitments.drawdown.domain.Slices.FUND;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.PROGRAMME;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.usd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Transfers;
import tranche.commitments.drawdown.domain.Slices;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.drawdown.domain.Tranches;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Outlook;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** Funds, their investors and what is expected of them, that the examples speak of. */
final class Outlooks {

    static final InvestorId INES = new InvestorId(id(31));
    static final InvestorId JULES = new InvestorId(id(32));

    private Outlooks() {}

    /** What a fund of tranches rests on whose commitments are closed; nothing has been told yet. */
    static Prospects of(Tranches tranches, Commitment... commitments) {
        return new Prospects(
                tranches.fund(),
                List.of(commitments),
                tranches.tranches().values().stream().filter(Tranche::isWaiting).toList(),
                Map.of(),
                tranches.facts(),
                Map.of(),
                Map.of(),
                Shelf.empty(),
                Map.of(),
                Set.of());
    }

    /** The same that was told, of other tranches and milestones. */
    static Prospects now(Prospects told, Tranches tranches) {
        Prospects fresh = of(tranches, told.commitments().toArray(Commitment[]::new));
        return new Prospects(
                fresh.fund(),
                fresh.commitments(),
                fresh.waiting(),
                told.drafts(),
                fresh.facts(),
                told.calendars(),
                told.releases(),
                told.told(),
                told.timetables(),
                released(tranches));
    }

    private static Set<TrancheId> released(Tranches tranches) {
        return tranches.tranches().values().stream()
                .filter(one -> one.state() == TrancheState.RELEASED)
                .map(Tranche::id)
                .collect(Collectors.toSet());
    }

    static Commitment closed(int number, InvestorId investor, String amount) {
        return new Commitment(
                new CommitmentId(id(1_000L + number)),
                PROGRAMME,
                FUND,
                investor,
                CommitmentState.CLOSED,
                usd(amount),
                TODAY.minusYears(1),
                DatePrecision.DAY,
                Drawn.nothing(new Currency("USD")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TODAY.minusYears(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Transfers.NONE,
                Set.of(Slices.ANA.asMaker()),
                Version.first(TODAY.minusYears(1), NOW));
    }

    /** News that a milestone is so many days later than it was forecast first. */
    static MilestoneNews slip(MilestoneId milestone, int days, String reason, Outlook.Driver... drivers) {
        return new MilestoneNews.Forecast(
                milestone,
                new Outlook(TODAY.plusDays(30L + days), days, Optional.of(reason), List.of(drivers), id(902)));
    }

    static MilestoneNews gone(Milestone milestone) {
        return new MilestoneNews.Gone(milestone.id(), "SUPERSEDED");
    }

    static List<ForecastEvent> run(Prospects prospects) {
        return run(prospects, NOW);
    }

    private static List<ForecastEvent> run(Prospects prospects, Instant now) {
        if (!(prospects.decide(now) instanceof Decision.Accepted<ForecastEvent>(List<ForecastEvent> events))) {
            throw new AssertionError("a run refuses nothing");
        }
        return events;
    }

    /** What was told of a run, and what is told of it from now on. */
    static Prospects after(Prospects prospects) {
        return after(prospects, NOW);
    }

    static Prospects after(Prospects prospects, Instant now) {
        Prospects after = prospects;
        for (ForecastEvent event : run(prospects, now)) {
            after = after.apply(event, now);
        }
        return after;
    }

    static List<ForecastLine> linesFor(List<ForecastEvent> events, Optional<InvestorId> investor) {
        List<ForecastLine> lines = new ArrayList<>();
        events.stream()
                .filter(event -> event.investor().equals(investor))
                .forEach(event -> lines.addAll(event.lines()));
        return lines;
    }
}
