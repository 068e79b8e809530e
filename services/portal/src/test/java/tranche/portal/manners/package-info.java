/** What the contract says of every operation, held against the portal's own. Read {@link tranche.portal.manners.Counter} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.manners;
