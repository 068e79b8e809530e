/** The pages of projects and milestones. Read {@link tranche.portal.timeline.page.ProjectPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.page;
