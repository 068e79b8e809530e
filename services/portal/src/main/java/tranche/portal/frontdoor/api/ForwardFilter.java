package tranche.portal.frontdoor.api;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tranche.portal.account.store.AccountStore;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Route;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.grant.store.GrantViews;
import tranche.web.access.Identity;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Passes a recognised caller's request on to the service that owns what it asks for. It stands between the check of access
 * and the wait for a position: the service waits for its own.
 *
 * <p>Each request has a virtual thread of its own, so waiting for the service holds nobody up.
 */
@ServerFilter("/api/v1/**")
@Order(15)
final class ForwardFilter {

    /** Questions of nobody that are under way at once: they cost a look-up each and keep no caller waiting. */
    private static final int MOST_OPEN = 8;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Upstreams upstreams;
    private final Forwarding forwarding;
    private final AccountStore store;
    private final Semaphore open = new Semaphore(MOST_OPEN);

    ForwardFilter(Upstreams upstreams, Forwarding forwarding, AccountStore store) {
        this.upstreams = upstreams;
        this.forwarding = forwarding;
        this.store = store;
    }

    /** @return the service's answer, or nothing where the portal answers itself */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> forward(HttpRequest<?> request) {
        Route route = Route.of(
                request.getUri().getRawPath(),
                request.getParameters().getFirst("service"),
                request.getParameters().getFirst("kind"));
        return switch (route) {
            case Route.Own() -> null;
            case Route.Nowhere() -> throw Problem.notFound();
            case Route.To(List<Service> services) ->
                FrontDoorAuthenticator.isNoticeCheck(request)
                        ? answerAnybody(request, services)
                        : answer(request, services);
            case Route.OwnIfKnown own ->
                store.in(connection -> GrantViews.isKnown(connection, own.approval()))
                        ? null
                        : answer(request, own.otherwise());
        };
    }

    /** As many as come beyond the limit are asked to come again: whoever is signed in goes on. */
    private HttpResponse<?> answerAnybody(HttpRequest<?> request, List<Service> services) {
        if (!open.tryAcquire()) {
            throw Problem.later(RequestRefusal.TOO_MANY_REQUESTS, COME_AGAIN);
        }
        try {
            return answer(request, services, FrontDoorAuthenticator.nobody());
        } finally {
            open.release();
        }
    }

    private HttpResponse<?> answer(HttpRequest<?> request, List<Service> services) {
        Identity identity = request.getAttribute(FrontDoorAuthenticator.IDENTITY, Identity.class)
                .orElseThrow(() -> Problem.of(RequestRefusal.UNAUTHENTICATED));
        return answer(request, services, identity);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, List<Service> services, Identity identity) {
        List<Service> deployed = services.stream().filter(upstreams::has).toList();
        if (deployed.isEmpty()) {
            throw Problem.notFound();
        }
        return forwarding.answer(request, identity, deployed);
    }
}
