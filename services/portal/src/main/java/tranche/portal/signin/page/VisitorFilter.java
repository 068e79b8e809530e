package tranche.portal.signin.page;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.frame.page.FileForm;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.Readers;
import tranche.portal.frame.page.Visitors;
import tranche.portal.session.SameOrigin;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.OpenSession;
import tranche.portal.session.domain.SessionRefusal;
import tranche.portal.session.domain.Visitor;
import tranche.web.command.Write;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Recognises the visitor of a page. A page is for whoever is signed in unless it stands on the list of open ones; a
 * form is taken from pages of this portal only. The API has its own check of access.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(10)
final class VisitorFilter {

    /** What is no page: the API, files, and what machines ask of a process. */
    private static final List<String> NO_PAGES =
            List.of("/api/", "/static/", "/health/", "/metrics", "/.well-known/", "/favicon.ico", "/robots.txt");

    /** A page among the API's addresses. */
    private static final String DOCS = "/api/docs";

    /** Pages that anybody may open, with all below them. */
    private static final List<String> OPEN =
            List.of("/signin", "/look", "/problems", "/verify", "/confirm", "/unsubscribe", DOCS);

    /** Pages whose forms have a file; no other form is as long. */
    private static final Pattern WITH_FILE = Pattern.compile("/projects/[^/]+/milestones/[^/]+/(?:evidence|claim)");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final SignInPages signIn;

    VisitorFilter(SessionCookie cookie, Sessions sessions, SignInPages signIn) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    /** @return the way to the sign-in page, or nothing where the page may answer */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> recognise(HttpRequest<?> request) {
        String path = request.getPath();
        if (!path.equals(DOCS) && NO_PAGES.stream().anyMatch(path::startsWith)) {
            return null;
        }
        if (!READING.contains(request.getMethod())) {
            requireOwnForm(request);
        }
        Optional<Visitor> visitor = cookie.of(request).flatMap(secret -> visitor(request, secret));
        visitor.ifPresent(known -> request.setAttribute(Visitors.ATTRIBUTE, known));
        boolean open = OPEN.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
        return visitor.isPresent() || open ? null : signIn(request);
    }

    private Optional<Visitor> visitor(HttpRequest<?> request, OpaqueSecret secret) {
        Optional<OpenSession> session = asksByItself(request) ? sessions.look(secret) : sessions.find(secret);
        return session.map(found -> visitor(request, found));
    }

    /** A page that is open follows what changes, whether anybody looks at it or not. */
    private static boolean asksByItself(HttpRequest<?> request) {
        return request.getPath().equals("/live")
                || request.getPath().equals("/alerts/live")
                || request.getHeaders().contains("HX-Request");
    }

    private static Visitor visitor(HttpRequest<?> request, OpenSession session) {
        return new Visitor(
                session.name().value(),
                session.actor(),
                Readers.of(request),
                session.csrf().text(),
                session.lastVisit());
    }

    /** A form says how long it is, is no longer than anything else that is sent here, and comes from an own page. */
    private static void requireOwnForm(HttpRequest<?> request) {
        long most = isWithFile(request) ? Write.MOST_FILE_BYTES : Write.MOST_BYTES;
        boolean fits = request instanceof ServerHttpRequest<?> received
                && received.byteBody().expectedLength().orElse(Long.MAX_VALUE) <= most;
        if (!fits) {
            throw Problem.of(RequestRefusal.TOO_LARGE);
        }
        if (!SameOrigin.holds(request)) {
            throw Problem.of(SessionRefusal.CSRF_REFUSED);
        }
    }

    private static boolean isWithFile(HttpRequest<?> request) {
        return request.getContentType()
                        .filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals)
                        .isPresent()
                && WITH_FILE.matcher(request.getPath()).matches();
    }

    /**
     * A reader is taken to the sign-in page and back, with what was typed; a script is told, for it could not follow. Of
     * somebody unknown no file is read: once signed in, they are told that it did not arrive.
     */
    private HttpResponse<?> signIn(HttpRequest<?> request) {
        String here = request.getUri().getRawPath()
                + Optional.ofNullable(request.getUri().getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        String back = isWithFile(request) ? FileForm.unsent(here) : here;
        URI door = URI.create("/signin?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        if (request.getHeaders().contains("HX-Request")) {
            return HttpResponse.unauthorized().header("HX-Redirect", door.toString());
        }
        if (!isPerson(request)) {
            throw Problem.of(RequestRefusal.UNAUTHENTICATED);
        }
        Map<String, String> typed = READING.contains(request.getMethod()) ? Map.of() : typed(request);
        return typed.isEmpty()
                ? HttpResponse.seeOther(door)
                : signIn.door(request, HttpStatus.UNAUTHORIZED, false, Optional.empty(), here, typed);
    }

    /** Whoever takes a page: a browser that opens one says so, and what is no browser takes anything. */
    private static boolean isPerson(HttpRequest<?> request) {
        boolean anything = request.accept().stream().anyMatch(MediaType.ALL_TYPE::equals)
                && !request.getHeaders().contains("Sec-Fetch-Dest");
        return anything || request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }

    /** What a person typed into a form; its length was looked at before. */
    private static Map<String, String> typed(HttpRequest<?> request) {
        boolean form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        if (!form || !(request instanceof ServerHttpRequest<?> received)) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        try (InputStream body = received.byteBody().toInputStream()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            new QueryStringDecoder(text, false)
                    .parameters()
                    .forEach((name, values) -> fields.put(name, values.getFirst()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Map.of();
        }
        return KeptForm.typed(fields);
    }
}
