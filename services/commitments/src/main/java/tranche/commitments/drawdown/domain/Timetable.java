package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import tranche.values.calendar.WorkingDays;

/**
 * The days of a call that conditions bring about (rule D-34).
 *
 * @param conditionsMet on which the last of them is met
 * @param issue so many business days later as the approval takes
 * @param due after the notice that the fund's terms give
 */
public record Timetable(LocalDate conditionsMet, LocalDate issue, LocalDate due) {

    /** Business days from the conditions being met to the call's issue. */
    public static final int APPROVAL_DAYS = 5;

    /** @param days the fund's */
    public static Timetable of(LocalDate conditionsMet, WorkingDays days, int approvalDays, int noticeDays) {
        LocalDate issue = days.add(conditionsMet, approvalDays);
        return new Timetable(conditionsMet, issue, days.add(issue, noticeDays));
    }
}
