package tranche.notifications.email;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.notifications.email.domain.Headline;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.email.domain.Sheet.Section;
import tranche.notifications.email.domain.Slip;
import tranche.notifications.email.domain.Slip.Call;
import tranche.notifications.email.domain.Slip.Forecast;
import tranche.notifications.email.domain.Slip.Moved;
import tranche.values.money.Money;

/** Writes what one slip has moved: why, which calls, which milestones, and what waits for what. */
final class SlipSheet {

    /** More than a reader compares in a mail; the page has them all. */
    private static final int MOST_ROWS = 20;

    private final Slip slip;
    private final SheetWords words;

    private SlipSheet(Slip slip, SheetWords words) {
        this.slip = slip;
        this.words = words;
    }

    /**
     * The sheet of a slip.
     *
     * @param page that shows why
     */
    static Sheet of(Slip slip, SheetWords words, String page) {
        return new SlipSheet(slip, words).write(page);
    }

    private Sheet write(String page) {
        List<Section> sections = new ArrayList<>();
        sections.addAll(calls());
        sections.addAll(milestones());
        sections.addAll(chains());
        return new Sheet(title(), first(), sections, new Sheet.Button(words.say("slip.why"), page));
    }

    private String title() {
        Headline headline = Headline.of(slip);
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("pace", headline.pace().name());
        gaps.put("project", headline.project().map(words::name).orElse(""));
        gaps.put("projects", headline.projects());
        gaps.put("days", headline.days());
        gaps.put("turn", headline.turn().name());
        gaps.put("whose", headline.isOwn() ? "OWN" : "FUND");
        gaps.put("amount", headline.amount().map(words::amount).orElse(""));
        gaps.put("year", headline.year().map(year -> Integer.toString(year)).orElse(""));
        return words.say(headline.pace() == Headline.Pace.NONE ? "slip.forecast" : "slip.title", gaps);
    }

    /** What began it, in the site's words where it has given any. */
    private String first() {
        return slip.first()
                .filter(_ -> slip.isOfCalls())
                .map(this::began)
                .or(() -> slip.forecasts().stream()
                        .flatMap(one -> one.cause().stream())
                        .findFirst()
                        .map(this::caused))
                .orElseGet(() -> words.say("slip.changed"));
    }

    private String began(Moved first) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("milestone", words.name(first.milestone()));
        gaps.put("project", words.name(first.project()));
        gaps.put("was", words.day(first.was()));
        gaps.put("is", words.day(first.is()));
        gaps.put("reason", reason().orElse(SheetWords.NONE));
        return words.say("slip.began", gaps);
    }

    private Optional<String> reason() {
        return Stream.concat(
                        slip.first().stream().flatMap(one -> one.reason().stream()),
                        Stream.concat(
                                slip.moved().stream().flatMap(one -> one.reason().stream()),
                                slip.forecasts().stream()
                                        .flatMap(one -> one.cause().stream())
                                        .flatMap(one -> one.reason().stream())))
                .findFirst();
    }

    private String caused(Slip.Cause cause) {
        Map<String, Object> gaps = late(cause.late());
        gaps.put("milestone", words.name(cause.milestone()));
        gaps.put("reason", cause.reason().orElse(SheetWords.NONE));
        return words.say("slip.caused", gaps);
    }

    private List<Section> calls() {
        List<List<String>> rows = slip.forecasts().stream()
                .flatMap(forecast -> forecast.calls().stream().map(call -> row(forecast, call)))
                .toList();
        int others = slip.forecasts().stream().mapToInt(Forecast::others).sum();
        return section("slip.calls", List.of("slip.call", "slip.was", "slip.is", "slip.difference"), rows, others);
    }

    private List<String> row(Forecast forecast, Call call) {
        return List.of(
                words.say(
                        forecast.isOwn() ? "slip.call.own" : "slip.call.fund",
                        Map.of("tranche", words.name(call.tranche()), "fund", words.name(forecast.fund()))),
                expected(call.was(), call.previous()),
                expected(call.is(), call.amount()),
                difference(call));
    }

    private String expected(Optional<LocalDate> day, Optional<Money> amount) {
        return day.isPresent() && amount.isPresent()
                ? words.say("slip.expected", Map.of("amount", words.amount(amount.get()), "day", words.day(day.get())))
                : words.say("slip.unexpected");
    }

    private String difference(Call call) {
        Optional<Money> more = call.amount()
                .flatMap(amount -> call.previous().map(amount::minus))
                .filter(difference -> !difference.isZero());
        Map<String, Object> gaps = new HashMap<>(moved(days(call)));
        gaps.put("change", call.change().name());
        gaps.put(
                "size",
                more.map(difference -> difference.isNegative() ? "LESS" : "MORE")
                        .orElse("SAME"));
        gaps.put(
                "amount",
                more.map(difference -> difference.isNegative() ? difference.negated() : difference)
                        .map(words::amount)
                        .orElse(""));
        return words.say("slip.differs", gaps);
    }

    private static int days(Call call) {
        return call.was()
                .flatMap(was -> call.is().map(is -> (int) ChronoUnit.DAYS.between(was, is)))
                .orElse(0);
    }

    private List<Section> milestones() {
        boolean areOfOne = slip.moved().stream().map(Moved::project).distinct().count() == 1;
        List<List<String>> rows = slip.moved().stream()
                .map(one -> List.of(
                        areOfOne
                                ? words.name(one.milestone())
                                : words.say(
                                        "slip.milestone.of",
                                        Map.of(
                                                "milestone",
                                                words.name(one.milestone()),
                                                "project",
                                                words.name(one.project()))),
                        words.day(one.was()),
                        words.day(one.is()),
                        words.say("slip.moved", moved(one.days()))))
                .toList();
        return section("slip.milestones", List.of("slip.milestone", "slip.was", "slip.is", "slip.difference"), rows, 0);
    }

    /** What waits for what, from the milestones that moved on. */
    private List<Section> chains() {
        List<String> chains = slip.moved().stream()
                .flatMap(one -> one.waits().stream().map(waits -> {
                    Map<String, Object> gaps = late(waits.late());
                    gaps.put("milestone", words.name(one.milestone()));
                    gaps.put("driver", words.name(waits.driver()));
                    gaps.put("further", words.names(waits.further()));
                    return words.say("slip.waits", gaps);
                }))
                .distinct()
                .limit(MOST_ROWS)
                .toList();
        return chains.isEmpty() ? List.of() : List.of(Section.ofWords(words.say("slip.chain"), chains));
    }

    /** Nothing where there is nothing to list; of what is too long, how much there is besides. */
    private List<Section> section(String heading, List<String> columns, List<List<String>> rows, int others) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<List<String>> shown = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        int left = rows.size() - shown.size() + others;
        return List.of(new Section(
                words.say(heading),
                columns.stream().map(words::say).toList(),
                shown,
                left == 0 ? List.of() : List.of(words.say("slip.others", Map.of("others", left)))));
    }

    private static Map<String, Object> moved(int days) {
        return Map.of("side", days < 0 ? "EARLIER" : days > 0 ? "LATER" : "SAME", "days", Math.abs(days));
    }

    private static Map<String, Object> late(int days) {
        return new HashMap<>(Map.of("side", days < 0 ? "EARLY" : days > 0 ? "LATE" : "ON", "days", Math.abs(days)));
    }
}
