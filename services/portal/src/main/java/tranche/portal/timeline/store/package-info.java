/**
 * Projects and milestones as pages read them: rows kept from events, cut to the caller's access. Read {@link
 * tranche.portal.timeline.store.TimelineReach} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.store;
