package tranche.web.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far an API key goes, whatever its account is granted. A person at a browser has all three. */
public enum KeyScope {
    READ,
    WRITE,
    /** To approve: a key has it only if it was made under step-up. */
    APPROVE;

    /** What a person has who signed in. */
    public static Set<KeyScope> all() {
        return EnumSet.allOf(KeyScope.class);
    }

    /** The name on the wire, for instance {@code read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such scope */
    public static KeyScope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
