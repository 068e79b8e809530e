package tranche.web.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
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
        if (!lets(identity.scopes(), KeyScope.neededBy(request))) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        Optional<Position> position = PositionHeader.of(request);
        request.setAttribute(CallerBinder.CALLER, new Caller(identity, Languages.of(request), position, origin));
    }

    /** A key that writes but may not approve is refused by the command, once it is known that there is something to see. */
    private static boolean lets(Set<KeyScope> scopes, KeyScope needed) {
        return scopes.contains(needed) || (needed == KeyScope.APPROVE && scopes.contains(KeyScope.WRITE));
    }
}
