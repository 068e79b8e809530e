/** The journal as rows: entries, postings, kept balances. Read {@link tranche.commitments.journal.store.JournalRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.journal.store;
