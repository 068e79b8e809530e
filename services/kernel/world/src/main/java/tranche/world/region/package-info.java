/** Which days are worked where a project is. Read {@link tranche.world.region.Calendars} first. */
@org.jspecify.annotations.NullMarked
package tranche.world.region;
