/** How days become parts of a year. Read {@link tranche.values.calendar.DayCount} first. */
@org.jspecify.annotations.NullMarked
package tranche.values.calendar;
