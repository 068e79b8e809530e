/**
 * Days: which are worked, and how they become parts of a year. Read {@link tranche.values.calendar.WorkingDays} and
 * {@link tranche.values.calendar.DayCount}.
 */
@org.jspecify.annotations.NullMarked
package tranche.values.calendar;
