package tranche.web.access;

import io.micronaut.http.HttpRequest;

/**
 * Recognises who calls. A service takes the front door's tokens ({@link TokenAuthenticator}); the front door itself has
 * its own, for keys and sessions.
 */
public interface Authenticator {

    /** Whether the path is open to everybody; such a request has no {@link Caller}. */
    default boolean isOpen(HttpRequest<?> request) {
        return false;
    }

    /**
     * @throws tranche.web.problem.Problem {@code unauthenticated} where nobody is recognised, {@code unavailable} where
     *     that cannot be told at the moment
     */
    Identity authenticate(HttpRequest<?> request);
}
