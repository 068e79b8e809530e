package tranche.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the milestones file: what one source, or several, said of a milestone at a time.
 *
 * @param award the site's row in the awards file
 * @param planned when it was to happen
 * @param actual when it happened, was removed, or shall happen by a new plan; empty where there is none
 */
record MilestoneRow(
        String award,
        String milestone,
        Optional<SourceDay> planned,
        Optional<SourceDay> actual,
        Status status,
        String source,
        String notes) {

    /** What the row says of it. */
    enum Status {
        PLANNED,
        ACHIEVED,
        SLIPPED,
        REMOVED
    }

    /** Up to when the file's sources reach: what gives no date of its own was said by then. */
    static final LocalDate COMPILED = LocalDate.of(2026, 3, 31);

    private static final Pattern ADDRESS = Pattern.compile("<[^>]*>");
    private static final Pattern DATE = Pattern.compile("(?<![\\d-])20\\d\\d-\\d\\d(-\\d\\d)?(?![\\d-])");

    /** The days on which its sources were published, in their order; a publisher without one gives none. */
    List<LocalDate> published() {
        Matcher dates = DATE.matcher(ADDRESS.matcher(source).replaceAll(""));
        return dates.results()
                .flatMap(found -> KnownDay.of(found.group()).stream())
                .map(KnownDay::day)
                .filter(day -> !day.isAfter(COMPILED))
                .toList();
    }

    /** The last of its sources, on the day of which all of the row was known. */
    LocalDate known() {
        return published().stream().max(LocalDate::compareTo).orElse(COMPILED);
    }

    /** The first of its sources, on the day of which its plan was known. */
    LocalDate firstKnown() {
        return published().stream().min(LocalDate::compareTo).orElse(COMPILED);
    }

    /** A statement with what the file notes on it and who said so, without the addresses: those stand with the plan. */
    String cited(String statement) {
        String publishers =
                ADDRESS.matcher(source).replaceAll("").replaceAll("\\s+;", ";").strip();
        return statement + (notes.isEmpty() ? "" : " Note: " + notes + ".") + " Sources: " + publishers + ".";
    }
}
