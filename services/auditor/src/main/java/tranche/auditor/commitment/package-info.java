/** Commitments: rows against events, versions and totals. Read {@link tranche.auditor.commitment.CommitmentAudit} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.commitment;
