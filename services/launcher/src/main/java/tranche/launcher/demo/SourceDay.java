package tranche.launcher.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the milestones file as its source says it: a day, a month, a quarter, a half year, a year, or from one to another.
 * A span counts from its last day: it had happened by then.
 *
 * @param said as the file has it, for instance {@code 2027/2028}
 */
record SourceDay(LocalDate day, String said) {

    private static final Pattern PART_OF_A_YEAR = Pattern.compile("(\\d{4})-([HQ])([1-4])");
    private static final int MONTHS_OF_A_HALF = 6;
    private static final int MONTHS_OF_A_QUARTER = 3;

    /** A cell of the file; empty where the cell is. */
    static Optional<SourceDay> of(String cell) {
        return last(cell.substring(cell.lastIndexOf('/') + 1)).map(day -> new SourceDay(day, cell));
    }

    private static Optional<LocalDate> last(String text) {
        Matcher part = PART_OF_A_YEAR.matcher(text);
        if (part.matches()) {
            int months = part.group(2).equals("H") ? MONTHS_OF_A_HALF : MONTHS_OF_A_QUARTER;
            return Optional.of(YearMonth.of(Integer.parseInt(part.group(1)), months * Integer.parseInt(part.group(3)))
                    .atEndOfMonth());
        }
        return KnownDay.of(text).map(KnownDay::day);
    }

    /** In words, with what was made of it. */
    String words() {
        return day.toString().equals(said) ? said : said + " (counted from its last day, " + day + ")";
    }
}
