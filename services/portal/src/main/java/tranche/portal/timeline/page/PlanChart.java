package tranche.portal.timeline.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Unlocking.Unlocked;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.words.page.Words;

/**
 * Milestones against their baselines, a row each: what was planned above, what is so below.
 *
 * <p>Exact is where a bar ends. Its beginning is drawn from the duration as if a week had five working days; nothing is
 * said of it in figures.
 *
 * @param today the place of today; empty where it is beyond what is shown
 */
public record PlanChart(List<PlanScale.Tick> ticks, Optional<String> today, List<Row> rows) {

    /**
     * A milestone.
     *
     * @param anchor id of its section on the page
     * @param look its class in the sheet
     * @param gone whether it is no part of the plan any more
     * @param move from the baseline to where it is now; empty where that is the same, or nothing is expected any more
     * @param text what is said beside it, and {@code hint} all of it, working days too
     * @param unlocks what waits for it, or waited, as far as the reader sees money
     */
    public record Row(
            String anchor,
            String name,
            String look,
            boolean gone,
            Bar planned,
            String diamond,
            Bar now,
            Optional<Move> move,
            Saying text,
            String hint,
            Line line,
            List<Unlock> unlocks) {}

    /** A tranche that a milestone unlocks, with its amount. */
    public record Unlock(String name, String amount) {}

    /** Whether any of them unlocks money that the reader sees. */
    public boolean withMoney() {
        return rows.stream().anyMatch(row -> !row.unlocks().isEmpty());
    }

    /** A bar by its place and width. */
    public record Bar(String x, String width) {}

    /**
     * An arrow.
     *
     * @param driven whether another milestone moves it
     * @param back whether it leads to an earlier day
     */
    public record Move(String from, String to, boolean driven, boolean back) {}

    /**
     * What is said of a milestone beside its bar.
     *
     * @param before whether it stands before the bar, because the room behind it is too narrow on a phone
     */
    public record Saying(String x, boolean before, String text) {}

    /** The same as a row of a table. */
    public record Line(String baseline, String original, String now, String slip, String working, List<Mark> states) {}

    static PlanChart of(List<Milestone> milestones, Map<UUID, List<Unlocked>> unlocks, LocalDate today, Words words) {
        List<MilestonePicture> pictures =
                milestones.stream().map(Milestone::picture).toList();
        if (pictures.isEmpty()) {
            return new PlanChart(List.of(), Optional.empty(), List.of());
        }
        LocalDate earliest = pictures.stream()
                .flatMap(picture -> Stream.of(plannedFrom(picture), picture.from()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate latest = pictures.stream()
                .flatMap(picture ->
                        Stream.of(picture.days().baseline(), picture.days().now()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        PlanScale scale = PlanScale.of(earliest, latest);
        return new PlanChart(
                scale.ticks(words),
                scale.within(today),
                pictures.stream()
                        .map(picture -> row(picture, scale, words, unlocks.getOrDefault(picture.id(), List.of())))
                        .toList());
    }

    private static LocalDate plannedFrom(MilestonePicture milestone) {
        return milestone.before(milestone.days().baseline());
    }

    private static Row row(MilestonePicture milestone, PlanScale scale, Words words, List<Unlocked> unlocks) {
        LocalDate baseline = milestone.days().baseline();
        LocalDate now = milestone.days().now();
        return new Row(
                anchor(milestone),
                milestone.name(),
                look(milestone),
                milestone.state().isGone(),
                new Bar(scale.x(plannedFrom(milestone)), scale.width(plannedFrom(milestone), baseline)),
                scale.x(baseline),
                new Bar(scale.x(milestone.from()), scale.width(milestone.from(), now)),
                move(milestone, scale),
                saying(milestone, scale, words),
                hint(milestone, words),
                line(milestone, words),
                unlocks.stream()
                        .map(tranche -> new Unlock(tranche.name(), words.money().brief(tranche.amount())))
                        .toList());
    }

    private static Saying saying(MilestonePicture milestone, PlanScale scale, Words words) {
        LocalDate now = milestone.days().now();
        LocalDate from = milestone.from();
        boolean before = scale.isFarRight(now) && scale.hasMoreBefore(from, now);
        return new Saying(scale.x(before ? from : now), before, text(milestone, words));
    }

    /** Of what is claimed and not verified, the day that is claimed: how late the plan has it is about another day. */
    private static Line line(MilestonePicture milestone, Words words) {
        boolean claimed = milestone.state().isClaimed();
        return new Line(
                words.dates().day(milestone.days().baseline()),
                words.dates().day(milestone.days().original()),
                claimed
                        ? text(milestone, words)
                        : words.dates().day(milestone.days().now()),
                claimed
                        ? words.say("words.none")
                        : SlipWords.calendar(milestone.slip().days(), words),
                claimed
                        ? words.say("words.none")
                        : SlipWords.working(milestone.slip().workingDays(), words),
                Mark.all(milestone, words));
    }

    static String anchor(MilestonePicture milestone) {
        return "m-" + milestone.id();
    }

    private static Optional<Move> move(MilestonePicture milestone, PlanScale scale) {
        LocalDate baseline = milestone.days().baseline();
        LocalDate now = milestone.days().now();
        boolean settled = milestone.state() == MilestoneState.ACHIEVED
                || milestone.state().isGone();
        return settled || now.equals(baseline)
                ? Optional.empty()
                : Optional.of(new Move(
                        scale.x(baseline),
                        scale.x(now),
                        !milestone.slip().drivers().isEmpty(),
                        now.isBefore(baseline)));
    }

    private static String look(MilestonePicture milestone) {
        return switch (milestone.state()) {
            case ACHIEVED -> "verified";
            case CLAIMED, EVIDENCE_SUBMITTED, VERIFIED -> "claimed";
            case WAIVED, REMOVED, SUPERSEDED -> "gone";
            case PLANNED, IN_PROGRESS, REJECTED ->
                milestone.slip().breach() == Breach.CRITICAL
                        ? "critical"
                        : milestone.slip().days() > 0 ? "slipped" : "planned";
        };
    }

    private static String text(MilestonePicture milestone, Words words) {
        return switch (milestone.state()) {
            case ACHIEVED, CLAIMED, EVIDENCE_SUBMITTED, VERIFIED ->
                words.say(
                        milestone.state() == MilestoneState.ACHIEVED
                                ? "project.chart.verified"
                                : "project.chart.claimed",
                        "day",
                        words.dates().day(milestone.days().now()));
            case WAIVED, REMOVED, SUPERSEDED ->
                words.say("project.state." + milestone.state().code());
            case PLANNED, IN_PROGRESS, REJECTED ->
                SlipWords.calendar(milestone.slip().days(), words);
        };
    }

    private static String hint(MilestonePicture milestone, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("name", milestone.name());
        gaps.put("state", Mark.all(milestone, words).stream().map(Mark::word).collect(Collectors.joining(", ")));
        gaps.put("baseline", words.dates().day(milestone.days().baseline()));
        gaps.put("now", words.dates().day(milestone.days().now()));
        gaps.put(
                "slip", SlipWords.both(milestone.slip().days(), milestone.slip().workingDays(), words));
        String key = milestone.state().isGone()
                ? "project.chart.gone"
                : milestone.state().isClaimed() ? "project.chart.hint.claimed" : "project.chart.hint";
        return words.texts().say(key, gaps);
    }
}
