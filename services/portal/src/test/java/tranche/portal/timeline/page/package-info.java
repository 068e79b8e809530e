/** Tests of the pages of projects. Read {@link tranche.portal.timeline.page.ProjectPagesTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.timeline.page;
