/** Days that are worked in the world as it is. Read {@link tranche.world.region.HolidayCalendarsTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.region;
