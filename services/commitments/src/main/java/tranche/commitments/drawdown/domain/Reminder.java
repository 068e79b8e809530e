package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.values.calendar.WorkingDays;

/** Before the day of a line is there, its investor is reminded twice (rule N-1, CC-04). */
public enum Reminder {
    FIVE_DAYS(5),
    ONE_DAY(1);

    private final int businessDays;

    Reminder(int businessDays) {
        this.businessDays = businessDays;
    }

    /** How many business days ahead it is told. */
    public int businessDays() {
        return businessDays;
    }

    /** The one to tell on a day, the later where both are due: nothing once it was told, or the one after it. */
    static Optional<Reminder> on(LocalDate today, LocalDate due, WorkingDays calendar, Optional<Reminder> told) {
        return Stream.of(ONE_DAY, FIVE_DAYS)
                .filter(reminder -> !due.isAfter(calendar.add(today, reminder.businessDays)))
                .findFirst()
                .filter(reminder ->
                        told.filter(last -> last.compareTo(reminder) >= 0).isEmpty());
    }
}
