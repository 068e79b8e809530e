/** How lists of pages are ordered and gone through. Read {@link tranche.portal.listing.store.ListOrder} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.listing.store;
