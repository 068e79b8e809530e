package tranche.values.proposal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.ContentHash;
import tranche.values.register.CanonicalJson;

/**
 * What there is to approve.
 *
 * @param hash what an approval binds (rule D-6)
 * @param text the canonical JSON that the hash covers; empty where only the hash was read, as in a list
 */
public record Content(ContentHash hash, Optional<String> text) {

    public static Content shown(Map<String, ? extends @Nullable Object> members) {
        String text = CanonicalJson.of(members);
        return new Content(ContentHash.of(text), Optional.of(text));
    }
}
