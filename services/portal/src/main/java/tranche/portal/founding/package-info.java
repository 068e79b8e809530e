/** The accounts that a deployment begins with: the first administrator, or the demo's. Read {@link tranche.portal.founding.FirstAdmin} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.founding;
