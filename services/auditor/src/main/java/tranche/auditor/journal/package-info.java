/** The double-entry journal: entries, postings, balances. Read {@link tranche.auditor.journal.JournalAudit} first. */
@org.jspecify.annotations.NullMarked
package tranche.auditor.journal;
