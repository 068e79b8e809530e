package tranche.commitments.journal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The head of a fund's hash chain (domain §7.3): each entry is sealed together with the hash of the one
 * before, so that nothing in between can be changed, removed or added unseen.
 *
 * <p>{@code hash = SHA-256(previous hash (32 bytes) ‖ canonical text in UTF-8)}.
 *
 * @param sequence place of the last entry; 0 when there is none
 * @param head hash of the last entry
 */
public record JournalChain(UUID fund, long sequence, EntryHash head) {

    /** The chain of a fund that has no entry yet. */
    public static JournalChain empty(UUID fund) {
        return new JournalChain(fund, 0, EntryHash.GENESIS);
    }

    /**
     * The next entry, sealed; {@link #after} gives the chain that it heads.
     *
     * @throws IllegalArgumentException if the entry is another fund's or does not take the next place
     */
    public ChainedEntry seal(JournalEntry entry) {
        if (!entry.fund().equals(fund) || entry.sequence() != sequence + 1) {
            throw new IllegalArgumentException("not the entry after " + sequence + " of fund " + fund);
        }
        String canonical = entry.canonical();
        return new ChainedEntry(entry, canonical, head, hash(head, canonical));
    }

    /** The chain whose last entry this is. */
    public static JournalChain after(ChainedEntry last) {
        return new JournalChain(last.entry().fund(), last.entry().sequence(), last.hash());
    }

    /**
     * Seals entries one after the other.
     *
     * @param entries in their order
     * @return as many, in the same order
     */
    public List<ChainedEntry> sealAll(List<JournalEntry> entries) {
        List<ChainedEntry> sealed = new ArrayList<>(entries.size());
        JournalChain chain = this;
        for (JournalEntry entry : entries) {
            ChainedEntry next = chain.seal(entry);
            sealed.add(next);
            chain = after(next);
        }
        return List.copyOf(sealed);
    }

    /**
     * The first entry at which stored entries do not follow this chain: its place, its previous hash, its canonical text
     * or its hash is not what sealing it gives.
     *
     * @param stored in their order
     * @return empty when the chain is whole
     */
    public Optional<ChainedEntry> firstBreak(List<ChainedEntry> stored) {
        JournalChain chain = this;
        for (ChainedEntry link : stored) {
            if (!chain.continuesWith(link)) {
                return Optional.of(link);
            }
            chain = after(link);
        }
        return Optional.empty();
    }

    private boolean continuesWith(ChainedEntry link) {
        return link.entry().fund().equals(fund)
                && link.entry().sequence() == sequence + 1
                && link.equals(seal(link.entry()));
    }

    private static EntryHash hash(EntryHash previous, String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.bytes());
            return EntryHash.of(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
