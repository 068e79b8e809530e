package tranche.commitments.commitment.domain;

import java.util.List;
import java.util.Optional;

/**
 * What shows that a commitment was made: a signatory and documents, or the public record that it is known from.
 *
 * @param documents in the order given; at most {@link #MOST_DOCUMENTS}
 * @param source the public record
 */
public record Evidence(Optional<Signatory> signatory, List<Document> documents, Optional<String> source) {

    /** No subscription has more papers than this; it keeps one command's row small. */
    public static final int MOST_DOCUMENTS = 100;

    /**
     * A document, by its name and the SHA-256 of its bytes (64 hexadecimal digits in lower case). The file itself may be
     * handed in before or after.
     */
    public record Document(String name, String sha256) {}

    public Evidence {
        documents = List.copyOf(documents);
    }

    /** Whether it is enough to submit a commitment (domain §2.1). */
    public boolean isEnough() {
        boolean signed = signatory.isPresent() && !documents.isEmpty();
        return signed || source.filter(record -> !record.isBlank()).isPresent();
    }
}
