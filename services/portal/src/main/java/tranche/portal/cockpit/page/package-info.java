/**
 * The overview: a programme's raise from target to verified build, who committed, what waits and what changed. Read
 * {@link tranche.portal.cockpit.page.OverviewModel} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.cockpit.page;
