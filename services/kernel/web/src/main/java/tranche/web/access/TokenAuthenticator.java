package tranche.web.access;

import io.micronaut.context.annotation.Secondary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Takes the front door's tokens and nothing else: keys and cookies end there. */
@Singleton
@Secondary
final class TokenAuthenticator implements Authenticator {

    private static final String SCHEME = "Bearer ";

    private final TokenCheck tokens;

    TokenAuthenticator(TokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public Identity authenticate(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.of(RequestRefusal.UNAUTHENTICATED);
        }
        return tokens.check(header.substring(SCHEME.length()).strip());
    }
}
