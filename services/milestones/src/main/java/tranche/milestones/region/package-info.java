/** Which days are worked where a project is. Read {@link tranche.milestones.region.Calendars} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.region;
