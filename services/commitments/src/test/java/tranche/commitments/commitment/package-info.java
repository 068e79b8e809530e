/** Commitments over HTTP, against a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.commitment;
