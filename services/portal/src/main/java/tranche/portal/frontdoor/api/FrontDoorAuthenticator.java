package tranche.portal.frontdoor.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tranche.portal.account.ApiKeys;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.frontdoor.domain.FrontDoorRefusal;
import tranche.portal.frontdoor.domain.Nobody;
import tranche.portal.session.SameOrigin;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.OpenSession;
import tranche.portal.session.domain.SessionRefusal;
import tranche.web.access.Authenticator;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Recognises callers by API key or by session. Both end here: what goes on to a service is a token of the front door's
 * own. A session changes something only from a page of this portal, which knows the session's {@code X-CSRF-Token}.
 */
@Singleton
final class FrontDoorAuthenticator implements Authenticator {

    /** The request's attribute that holds the {@link Identity}. */
    static final String IDENTITY = "tranche.front-door.identity";

    /** The header with which a page of this portal shows that a request is its own. */
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String SCHEME = "Bearer ";

    /** Methods that change nothing. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What a client is written from: read before anybody has a key. */
    private static final Set<String> OPEN = Set.of("/api/v1/openapi.yaml", "/api/docs");

    /** Whoever holds a notice may ask whether it is ours; the service is asked in nobody's name. */
    private static final Pattern NOTICES = Pattern.compile("/api/v1/notices/[^/]+");

    private static final Identity NOBODY = new Identity(Nobody.ACTOR, Set.of(KeyScope.READ));

    private final ApiKeys keys;
    private final Sessions sessions;
    private final SessionCookie cookie;

    FrontDoorAuthenticator(ApiKeys keys, Sessions sessions, SessionCookie cookie) {
        this.keys = keys;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public boolean isOpen(HttpRequest<?> request) {
        return OPEN.contains(request.getPath()) || isNoticeCheck(request);
    }

    /** Whether it is a question that anybody may put to the service behind. */
    static boolean isNoticeCheck(HttpRequest<?> request) {
        return READING.contains(request.getMethod())
                && NOTICES.matcher(request.getPath()).matches();
    }

    /** In whose name such a question goes on. */
    static Identity nobody() {
        return NOBODY;
    }

    @Override
    public Identity authenticate(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        Identity identity = headers.isEmpty() ? bySession(request) : byKey(request, headers);
        request.setAttribute(IDENTITY, identity);
        return identity;
    }

    private Identity byKey(HttpRequest<?> request, List<String> headers) {
        String header = headers.getFirst();
        if (headers.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.of(RequestRefusal.UNAUTHENTICATED);
        }
        OpaqueSecret secret = new OpaqueSecret(header.substring(SCHEME.length()).strip());
        if (!secret.text().startsWith(ApiKey.PREFIX)) {
            throw Problem.of(RequestRefusal.UNAUTHENTICATED);
        }
        ApiKeys.Recognised recognised =
                keys.recognise(secret).orElseThrow(() -> Problem.of(RequestRefusal.UNAUTHENTICATED));
        Set<KeyScope> scopes = recognised.scopes().stream().map(KeyScope::of).collect(Collectors.toSet());
        KeyScope needed = KeyScope.neededBy(request);
        if (!scopes.contains(needed)) {
            throw Problem.of(FrontDoorRefusal.KEY_SCOPE_MISSING, Map.of("scope", needed.code()));
        }
        return new Identity(recognised.actor(), scopes);
    }

    private Identity bySession(HttpRequest<?> request) {
        OpenSession session = cookie.of(request)
                .flatMap(sessions::find)
                .orElseThrow(() -> Problem.of(RequestRefusal.UNAUTHENTICATED));
        if (!READING.contains(request.getMethod()) && !isOwnPages(request, session)) {
            throw Problem.of(SessionRefusal.CSRF_REFUSED);
        }
        return new Identity(session.actor(), KeyScope.all());
    }

    private static boolean isOwnPages(HttpRequest<?> request, OpenSession session) {
        String token = request.getHeaders().get(CSRF_HEADER);
        return token != null && session.csrf().is(token) && SameOrigin.holds(request);
    }
}
