package tranche.values.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tranche.values.money.Fraction;

/**
 * How the time between two days is counted as a part of a year (rule D-13): from the first day inclusive to the last
 * exclusive, so that a payment on its due date has taken no time.
 */
public enum DayCount {
    /** Days over 365, leap years too: the default. */
    ACT_365F("ACT/365F") {
        @Override
        Fraction count(LocalDate start, LocalDate end) {
            return Fraction.of(ChronoUnit.DAYS.between(start, end), 365);
        }
    },
    /** Days over 360. */
    ACT_360("ACT/360") {
        @Override
        Fraction count(LocalDate start, LocalDate end) {
            return Fraction.of(ChronoUnit.DAYS.between(start, end), 360);
        }
    },
    /** Days in leap years over 366, the others over 365 (ISDA 2006, section 4.16(b)). */
    ACT_ACT_ISDA("ACT/ACT ISDA") {
        @Override
        Fraction count(LocalDate start, LocalDate end) {
            return Fraction.of(end.getYear() - start.getYear(), 1)
                    .plus(Fraction.of(end.getDayOfYear() - 1, end.lengthOfYear()))
                    .plus(Fraction.of(1 - start.getDayOfYear(), start.lengthOfYear()));
        }
    },
    /** Months of 30 days, where a 31st is a 30th and February's end is left as it is (ISDA 2006, section 4.16(g)). */
    THIRTY_E_360("30E/360") {
        @Override
        Fraction count(LocalDate start, LocalDate end) {
            long months = (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue();
            return Fraction.of(months * 30 + atMost30(end) - atMost30(start), 360);
        }
    };

    private final String code;

    DayCount(String code) {
        this.code = code;
    }

    /** The name by which terms and contracts call it, for instance {@code ACT/365F}. */
    public String code() {
        return code;
    }

    /**
     * The part of a year from one day to another.
     *
     * @return not negative, above 1 for more than a year
     * @throws IllegalArgumentException if the end lies before the start
     */
    public Fraction yearFraction(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("D-13: from " + start + " back to " + end);
        }
        return count(start, end);
    }

    abstract Fraction count(LocalDate start, LocalDate end);

    private static int atMost30(LocalDate day) {
        return Math.min(day.getDayOfMonth(), 30);
    }
}
