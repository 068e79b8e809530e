/** Lists in pages that stay stable while others write. Read {@link tranche.web.paging.ListQuery} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.paging;
