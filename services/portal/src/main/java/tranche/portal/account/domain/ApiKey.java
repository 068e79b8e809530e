package tranche.portal.account.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key with which a program acts as its owner; the key itself is shown once and not kept.
 *
 * @param name what its owner calls it
 * @param scopes how far it goes, whatever its owner is granted: {@code read}, {@code write}, {@code approve}, in this
 *     order, at least one
 * @param lastUsedAt to the minute; empty while it was not used
 * @param revokedAt when it was taken back; empty while it was not
 */
public record ApiKey(
        UUID id,
        UUID account,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** All scopes, in their order. */
    public static final List<String> SCOPES = List.of("read", "write", "approve");

    /** What every key begins with, so that one that leaked is recognised. */
    public static final String PREFIX = "trk_";

    public ApiKey {
        List<String> asked = List.copyOf(scopes);
        scopes = SCOPES.stream().filter(asked::contains).toList();
        if (scopes.isEmpty() || scopes.size() != asked.stream().distinct().count()) {
            throw new IllegalArgumentException("a key has one to three of the scopes " + SCOPES);
        }
    }

    /** From 1; 2 once it was taken back. That it was used changes nothing that anybody decides about. */
    public long version() {
        return revokedAt.isPresent() ? 2 : 1;
    }

    /** Whether both were asked for with the same words. */
    public boolean isAskedLike(ApiKey other) {
        return account.equals(other.account)
                && name.equals(other.name)
                && scopes.equals(other.scopes)
                && expiresAt.equals(other.expiresAt);
    }
}
