package tranche.commitments.document.domain;

import java.time.Instant;
import tranche.values.actor.Maker;
import tranche.values.file.FileType;

/**
 * A file and what it is about. It never changes: another content is another document.
 *
 * <p>No event tells of it. A document has no state that another service would follow, and what must be provable later is in
 * the events already: the submission that relies on a document names its hash, in the chain of its fund, whether the file
 * came before or after. Who handed it in, and when, stands in its row.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 * @param size in bytes
 * @param type as its bytes tell it
 * @param kind in its owner's words, for instance {@code subscription-agreement}
 * @param maker who handed it in
 */
public record Document(
        String sha256, long size, FileType type, String kind, Subject about, Maker maker, Instant recordedAt) {

    /** Characters of a kind. */
    public static final int LONGEST_KIND = 60;
}
