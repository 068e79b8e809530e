/** The raise of each programme as pages show it, kept from the events of commitments. Read {@link tranche.portal.raise.domain.Raises} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise;
