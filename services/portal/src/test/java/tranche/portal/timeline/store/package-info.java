/** Tests of projects and milestones as pages read them. Read {@link tranche.portal.timeline.store.TimelineStoreTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.store;
