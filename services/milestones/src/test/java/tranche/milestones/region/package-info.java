/** Days that are worked in the world as it is. Read {@link tranche.milestones.region.HolidayCalendarsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.region;
