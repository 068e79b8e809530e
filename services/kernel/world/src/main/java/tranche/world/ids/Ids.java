package tranche.world.ids;

import java.util.UUID;

/** Ids and chance. */
public interface Ids {

    /** A new UUIDv7: ordered by the time it was made, never the same twice. */
    UUID next();

    /** Bytes that nobody can guess: keys, salts, tokens. */
    byte[] secret(int length);

    /** A number from 0 (inclusive) to 1 (exclusive), for jitter only. */
    double chance();

    /** The id that the same cause always gives (rule D-5): UUIDv5 in the URL namespace. */
    static UUID ofCause(String cause) {
        return com.fasterxml.uuid.Generators.nameBasedGenerator(
                        com.fasterxml.uuid.impl.NameBasedGenerator.NAMESPACE_URL)
                .generate(cause);
    }
}
