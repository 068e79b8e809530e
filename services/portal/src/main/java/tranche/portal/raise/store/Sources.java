package tranche.portal.raise.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a source says of itself. */
final class Sources {

    /** How a source marks what could not be checked in a document. */
    private static final String UNVERIFIED = "unverified";

    private Sources() {}

    /** Whether a source says that a part of it could not be verified. */
    static boolean isUnverified(@Nullable String source) {
        return source != null && source.toLowerCase(Locale.ROOT).contains(UNVERIFIED);
    }
}
