/** The journal and its balances over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.journal.api;
