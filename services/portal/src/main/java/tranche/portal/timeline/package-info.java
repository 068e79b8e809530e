/**
 * Projects and their milestones as pages show them, kept from the events of milestones. Read {@link
 * tranche.portal.timeline.domain.ProjectDetail} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline;
