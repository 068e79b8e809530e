package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;
import static tranche.launcher.demo.Step.By.REPORTER;
import static tranche.launcher.demo.Step.By.VERIFIER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.launcher.demo.MilestoneRow.Status;
import tranche.launcher.demo.Step.Made;
import tranche.launcher.demo.Step.Seen;
import tranche.launcher.demo.Step.TextFile;

/**
 * A milestone of a real site, replayed: planned, moved, and reached or removed, in the order of its rows. Each step is dated
 * by its source and none before the one before it; what it says is the source's.
 */
final class RealMilestone {

    static final String SOURCE_SYSTEM = "chips-milestones";

    private final List<MilestoneRow> rows;
    private final MilestoneRow first;

    /** @param rows of one milestone of one site, in the file's order; at least one */
    RealMilestone(List<MilestoneRow> rows) {
        this.rows = List.copyOf(rows);
        this.first = rows.getFirst();
    }

    String award() {
        return first.award();
    }

    private String key() {
        return first.award() + ":" + first.milestone();
    }

    /** When it was reached or removed; empty while it is ahead. */
    private Optional<LocalDate> ended() {
        return rows.stream()
                .filter(row -> row.status() == Status.ACHIEVED || row.status() == Status.REMOVED)
                .flatMap(row -> row.actual().stream())
                .map(SourceDay::day)
                .findFirst();
    }

    /** From when it was planned, as far as is known: its first source, or its end where all sources came after that. */
    LocalDate begun() {
        return beforeEnd(first.firstKnown());
    }

    private LocalDate beforeEnd(LocalDate day) {
        return ended().filter(day::isAfter).orElse(day);
    }

    /** Its day by the first plan. Where no plan is known, that of its end stands for it, and says so. */
    private SourceDay baseline() {
        return first.planned().or(first::actual).orElseThrow();
    }

    Chain chain() {
        List<Step> steps = new ArrayList<>();
        steps.add(plan());
        LocalDate on = begun();
        for (MilestoneRow row : rows) {
            LocalDate known = beforeEnd(row.known());
            on = known.isAfter(on) ? known : on;
            switch (row.status()) {
                case PLANNED, SLIPPED -> steps.add(expected(row, on));
                case ACHIEVED -> steps.addAll(achieved(row, row.actual().orElseThrow()));
                case REMOVED -> steps.addAll(removed(row, row.actual().orElseThrow()));
            }
        }
        return Chain.ofAny(steps);
    }

    private Step plan() {
        return new Step(
                key(),
                MAKER,
                "/milestones",
                Fields.empty()
                        .put("projectId", new Made(RealSites.site(award())))
                        .put("name", name())
                        .put("kind", Topic.of(first.milestone()).name())
                        .put("baselineDate", baseline().day())
                        .put("sourceNote", planned() + "\n" + sources())
                        .put("effectiveDate", begun())
                        .foreign(SOURCE_SYSTEM, key())
                        .map());
    }

    private String name() {
        return first.milestone().substring(0, 1).toUpperCase(Locale.ROOT)
                + first.milestone().substring(1);
    }

    /** All of them, with their addresses. */
    private String sources() {
        return "Sources: " + rows.stream().map(MilestoneRow::source).distinct().collect(Collectors.joining(" ; "));
    }

    private String planned() {
        if (first.planned().isEmpty()) {
            return "No planned date is known: the day of what happened, "
                    + baseline().words() + ", stands for the baseline.";
        }
        return "Planned for " + baseline().words() + ".";
    }

    /**
     * The day that the row gives for it, which is the site's own statement: without a duration and predecessors the plan alone
     * would have it reached today. One that was put on hold without a new day keeps the last that was said.
     */
    private Step expected(MilestoneRow row, LocalDate on) {
        SourceDay day = row.actual().or(row::planned).orElseThrow();
        String from = row.planned().map(SourceDay::words).orElse("a day that is not known");
        String statement = row.actual().isPresent()
                ? "Moved from " + from + " to " + day.words() + "."
                : row.status() == Status.SLIPPED
                        ? "Put on hold with no new date; the last was " + day.words() + "."
                        : "Expected for " + day.words() + ".";
        return new Step(
                key() + ":" + row.status().name().toLowerCase(Locale.ROOT) + ":" + day.said(),
                MAKER,
                path("reschedule"),
                Fields.empty()
                        .put("forecastDate", day.day())
                        .put("reason", row.cited(statement))
                        .put("effectiveDate", on)
                        .map());
    }

    /** The site's claim, what shows it and the finding: of the same day, which is the only one that is known. */
    private List<Step> achieved(MilestoneRow row, SourceDay on) {
        String statement = row.cited("Reached on " + on.words() + ", by the sources named here.");
        return List.of(
                new Step(
                        key() + ":claim",
                        REPORTER,
                        path("claim"),
                        Fields.empty()
                                .put("claimedDate", on.day())
                                .put("effectiveDate", on.day())
                                .map()),
                new Step(
                        key() + ":evidence",
                        REPORTER,
                        path("evidence"),
                        Fields.empty()
                                .put("file", new TextFile("sources.txt", evidence(statement)))
                                .put("kind", "PUBLICATION")
                                .put("source", row.source())
                                .put("effectiveDate", on.day())
                                .map()),
                new Step(
                        key() + ":verification",
                        VERIFIER,
                        path("verification"),
                        Fields.empty()
                                .put("achievedDate", on.day())
                                .put("statement", statement)
                                .put("effectiveDate", on.day())
                                .map()));
    }

    private String evidence(String statement) {
        return key() + "\n" + statement + "\n" + sources() + "\n";
    }

    private List<Step> removed(MilestoneRow row, SourceDay on) {
        String removal = key() + ":removal";
        return List.of(
                new Step(
                        removal,
                        MAKER,
                        path("remove"),
                        Fields.empty()
                                .put("reason", row.cited("Removed on " + on.words() + "."))
                                .put("effectiveDate", on.day())
                                .map()),
                new Step(
                        removal + ":approval",
                        CHECKER,
                        "/approvals/{" + removal + "}/approval",
                        Fields.empty().put("contentHash", new Seen(removal)).map()));
    }

    private String path(String command) {
        return "/milestones/{" + key() + "}/" + command;
    }
}
