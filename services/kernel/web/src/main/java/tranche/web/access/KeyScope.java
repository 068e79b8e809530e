package tranche.web.access;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far an API key goes, whatever its account is granted. A person at a browser has all three. */
public enum KeyScope {
    READ,
    WRITE,
    /** To approve: a key has it only if it was made under step-up. */
    APPROVE;

    /** Methods that change nothing. */
    private static final Set<HttpMethod> READING = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The commands by which a second person takes on, or turns down, what another has made. */
    private static final Set<String> OF_A_SECOND_PERSON =
            Set.of("acceptance", "approval", "rejection", "take-on-approval", "verification");

    /** How far a key must go for a request: one to approve needs no other scope for that. */
    public static KeyScope neededBy(HttpRequest<?> request) {
        if (READING.contains(request.getMethod())) {
            return READ;
        }
        String path = request.getPath();
        return OF_A_SECOND_PERSON.contains(path.substring(path.lastIndexOf('/') + 1)) ? APPROVE : WRITE;
    }

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
