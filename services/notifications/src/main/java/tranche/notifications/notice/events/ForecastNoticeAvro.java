package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.ForecastCause;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Moved;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;
import tranche.values.actor.Role;

/** What is told of the calls to come: those that changed first, each with its days and amounts, the others by their number. */
public final class ForecastNoticeAvro {

    /** More than a reader compares in a text; the page of the forecast has them all. */
    private static final int MOST_ROWS = 5;

    private ForecastNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return switch (event) {
            case ForecastChanged e ->
                of(
                        e.getFundId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), Role.INVESTOR),
                        "INVESTOR",
                        e.getRows());
            case FundForecastChanged e ->
                of(
                        e.getFundId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), Role.FUND_MANAGER),
                        "FUND",
                        e.getRows());
            default -> Optional.empty();
        };
    }

    /**
     * Which milestones have moved calls that an investor has to expect; none where an event tells no investor of such. A call that
     * is new waits for its milestone, too, but was not there to be moved: that this one has slipped before is no news.
     */
    public static List<Moved> moved(Head head, SpecificRecord event) {
        return event instanceof ForecastChanged changed
                ? changed.getRows().stream()
                        .filter(row -> !row.getChange().equals("ADDED"))
                        .flatMap(row -> row.getCauses().stream())
                        .map(cause -> new Moved(
                                head.getEventId(),
                                changed.getInvestorId(),
                                cause.getMilestoneId(),
                                cause.getSlipDays(),
                                head.getRecordedAt()))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Optional<Told> of(UUID fund, Audience audience, String whose, List<ForecastRow> changed) {
        // What was called is told by its call, which says more: that it is expected no longer is no news.
        List<ForecastRow> rows =
                changed.stream().filter(row -> !row.getCalled()).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ForecastRow first = rows.getFirst();
        Map<String, Figure> figures = new HashMap<>();
        figures.put("whose", words(whose));
        figures.put("fund", named(fund));
        figures.putAll(call(first));
        List<ForecastRow> said = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        figures.put(
                "further",
                new Figure.Repeated(
                        said.stream().skip(1).map(ForecastNoticeAvro::call).toList()));
        figures.put("others", new Figure.Count(rows.size() - said.size()));
        figures.put("why", words(first.getCauses().isEmpty() ? "OTHER" : "MILESTONE"));
        first.getCauses().stream().findFirst().ifPresent(cause -> because(figures, cause));
        return Optional.of(new Told(AlertType.FC_01, new Subject(Kind.FUND, fund), audience, tranches(rows), figures));
    }

    /** An expected call as it was and as it is. */
    private static Map<String, Figure> call(ForecastRow row) {
        Map<String, Figure> figures = new HashMap<>();
        figures.put("tranche", named(row.getTrancheId()));
        figures.put("change", words(row.getChange()));
        row.getPreviousDueDate().ifPresent(day -> figures.put("previousDue", new Figure.Day(day)));
        row.getPreviousAmount().ifPresent(money -> figures.put("previousAmount", amount(money)));
        row.getDueDate().ifPresent(day -> figures.put("due", new Figure.Day(day)));
        row.getAmount().ifPresent(money -> figures.put("amount", amount(money)));
        figures.put("resized", words(row.getAmount().equals(row.getPreviousAmount()) ? "NO" : "YES"));
        return figures;
    }

    /** Of which tranches of the fund it speaks. */
    static Set<UUID> tranches(List<ForecastRow> rows) {
        return rows.stream().map(ForecastRow::getTrancheId).collect(Collectors.toUnmodifiableSet());
    }

    private static void because(Map<String, Figure> figures, ForecastCause cause) {
        figures.put("milestone", named(cause.getMilestoneId()));
        figures.put("slip", new Figure.Count(cause.getSlipDays()));
        figures.put("reason", words(cause.getReason()));
    }
}
