package tranche.web.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import tranche.flow.writer.Position;
import tranche.web.position.PositionHeader;
import tranche.web.problem.Languages;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Lets nobody to the API whom it does not know, and no key further than it goes. */
@ServerFilter("/api/**")
@Order(10)
final class AccessFilter {

    /** Methods that change nothing. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Authenticator authenticator;
    private final URI origin;

    AccessFilter(Authenticator authenticator, @Value("${tranche.origin}") URI origin) {
        this.authenticator = authenticator;
        this.origin = origin;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void recognise(HttpRequest<?> request) {
        if (authenticator.isOpen(request)) {
            return;
        }
        Identity identity = authenticator.authenticate(request);
        KeyScope needed = READING.contains(request.getMethod()) ? KeyScope.READ : KeyScope.WRITE;
        if (!identity.scopes().contains(needed)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        Optional<Position> position = PositionHeader.of(request);
        request.setAttribute(CallerBinder.CALLER, new Caller(identity, Languages.of(request), position, origin));
    }
}
