/** What of commitments is reckoned anew. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.commitment;
