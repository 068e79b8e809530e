package tranche.commitments.proposal.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.commitments.register.domain.CanonicalJson;
import tranche.values.actor.ContentHash;

/**
 * What there is to approve.
 *
 * @param hash what an approval binds (rule D-6)
 * @param text the canonical JSON that the hash covers, where it is read with the proposal; else the subject shows it
 */
public record Content(ContentHash hash, Optional<String> text) {

    public static Content hashed(ContentHash hash) {
        return new Content(hash, Optional.empty());
    }

    public static Content shown(Map<String, ? extends @Nullable Object> members) {
        String text = CanonicalJson.of(members);
        return new Content(ContentHash.of(text), Optional.of(text));
    }
}
