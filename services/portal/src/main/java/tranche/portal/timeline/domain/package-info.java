/**
 * What the portal shows of projects and milestones: the views and the questions that pages ask of the read models. Read
 * {@link tranche.portal.timeline.domain.ProjectDetail} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.domain;
