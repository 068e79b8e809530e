package tranche.launcher.demo;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as exactly as a source names it. What is known to the month or to the year counts from its last day: it had
 * happened by then.
 *
 * @param precision DAY, MONTH or YEAR
 */
record KnownDay(LocalDate day, String precision) implements Comparable<KnownDay> {

    private static final int YEAR_ONLY = 4;
    private static final int YEAR_AND_MONTH = 7;

    /** A date of the awards file; empty where the cell is. */
    static Optional<KnownDay> of(String cell) {
        return switch (cell.length()) {
            case 0 -> Optional.empty();
            case YEAR_ONLY -> {
                Year year = Year.parse(cell);
                yield Optional.of(new KnownDay(year.atDay(year.length()), "YEAR"));
            }
            case YEAR_AND_MONTH ->
                Optional.of(new KnownDay(YearMonth.parse(cell).atEndOfMonth(), "MONTH"));
            default -> Optional.of(new KnownDay(LocalDate.parse(cell), "DAY"));
        };
    }

    @Override
    public int compareTo(KnownDay other) {
        return day.compareTo(other.day);
    }
}
