/** Commitments as pages: the list with its exports, one commitment with its history and its commands. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.page;
