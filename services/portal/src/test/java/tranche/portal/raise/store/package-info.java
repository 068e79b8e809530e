/** What the pages read of the raise, against a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.store;
