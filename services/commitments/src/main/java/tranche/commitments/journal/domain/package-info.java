/** The journal: balanced entries, two ledgers, one hash chain for each fund, and balances at two times. Read {@link tranche.commitments.journal.domain.JournalEntry} first, then {@link tranche.commitments.journal.domain.JournalChain}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.journal.domain;
