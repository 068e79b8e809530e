package tranche.commitments.journal.domain;

/**
 * A journal entry in its place in the chain.
 *
 * @param canonical the entry's canonical text: the bytes, in UTF-8, that the hash covers after the previous hash
 * @param previous the hash of the entry before, or {@link EntryHash#GENESIS}
 */
public record ChainedEntry(JournalEntry entry, String canonical, EntryHash previous, EntryHash hash) {}
