/** The overview: its map, its charts and its feed. */
@org.jspecify.annotations.NullMarked
package tranche.portal.cockpit.page;
