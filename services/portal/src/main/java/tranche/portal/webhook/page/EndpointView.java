package tranche.portal.webhook.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.ids.Ids;

/** The page of one endpoint, as it stands and, once for each secret, with what signs its requests. */
@Singleton
final class EndpointView {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final EndpointDesk desk;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    EndpointView(EndpointDesk desk, Pages pages, ProblemPages problems, Ids ids) {
        this.desk = desk;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    /** The way to the list begins at what is sent. */
    static Crumb above(Words words) {
        return Crumb.to(words.say(MenuEntry.ALERTS.text()), MenuEntry.ALERTS.address());
    }

    /**
     * Shows the secret of the answer that made it, on this page and on no other: a form that is sent again, by loading its page
     * anew or by going back to it, leads to the endpoint without it. Whoever lost it makes another.
     */
    HttpResponse<?> withSecret(HttpRequest<?> request, Visitor visitor, ServiceReply reply) {
        Answered endpoint = Answered.of(reply);
        return reply.replayed()
                ? Afterwards.seeOther(
                        EndpointsPage.address(endpoint.id("id")), Optional.of("endpoint-known"), Optional.empty())
                : show(request, visitor, endpoint, HttpStatus.OK, endpoint.textIfAny("secret"), Optional.empty());
    }

    /** Shows the endpoint as it stands. */
    HttpResponse<?> show(
            HttpRequest<?> request, Visitor visitor, UUID id, HttpStatus status, Optional<RefusedForm> refused) {
        ServiceReply reply = desk.one(visitor, id);
        if (reply.status() == HttpStatus.NOT_FOUND.getCode()) {
            return problems.nothing(request, visitor.reader());
        }
        if (!reply.succeeded()) {
            throw Problem.later(RequestRefusal.UNAVAILABLE, COME_AGAIN);
        }
        return show(request, visitor, Answered.of(reply), status, Optional.empty(), refused);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Answered endpoint,
            HttpStatus status,
            Optional<String> secret,
            Optional<RefusedForm> refused) {
        ServiceReply deliveries = desk.deliveries(
                visitor, endpoint.id("id"), request.getParameters().getFirst("after"));
        Frame plain = pages.frame(request, visitor, MenuEntry.ALERTS);
        String title = EndpointSheet.title(endpoint);
        Frame frame = plain.titled(
                title,
                List.of(
                        above(plain.words()),
                        Crumb.to(plain.say("endpoints.title"), EndpointsPage.ADDRESS),
                        Crumb.here(title)));
        EndpointModel model = new EndpointSheet(
                        endpoint, deliveries, secret, refused, () -> ids.next().toString())
                .model(frame, visitor.csrf());
        return pages.page(request, status, "webhook/endpoint.jte", model);
    }
}
