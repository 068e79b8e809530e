/** What the events of projects and milestones mean for the pages. Read {@link tranche.portal.timeline.events.TimelineAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.events;
