/** What every list of the portal has: an address that asks, columns that sort, filters, a file. Read {@link tranche.portal.listing.page.Asked} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.listing.page;
