/** The raise of each programme as pages show it, kept from the events of commitments. Read {@link tranche.portal.raise.domain.RaiseViews} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise;
