package tranche.portal.webhook.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.world.ids.Ids;

/** One endpoint of the visitor's: what was sent to it, and what its owner can do. */
@Controller(EndpointsPage.ADDRESS + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class EndpointPage {

    private final EndpointDesk desk;
    private final EndpointView view;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    EndpointPage(EndpointDesk desk, EndpointView view, Pages pages, ProblemPages problems, Ids ids) {
        this.desk = desk;
        this.view = view;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> one(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        return view.show(request, visitor, id, HttpStatus.OK, Optional.empty());
    }

    /** The address that a form leaves in the browser leads to the page that it is on. */
    @Get(value = "/{command}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String command) {
        return EndpointStep.of(command).isPresent()
                ? HttpResponse.seeOther(URI.create(EndpointsPage.address(id)))
                : problems.nothing(request, visitor.reader());
    }

    /** The same for the form of a delivery. */
    @Get(value = "/deliveries/{delivery}/replay", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> backFromDelivery(@PathVariable UUID id, @PathVariable UUID delivery) {
        return HttpResponse.seeOther(URI.create(EndpointsPage.address(id) + "#d-" + delivery));
    }

    @Post(value = "/{command}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<EndpointStep> step = EndpointStep.of(command);
        if (step.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        ServiceReply reply = desk.ask(visitor, id, step.get(), once(form));
        if (!reply.succeeded()) {
            return refused(request, visitor, id, reply);
        }
        return switch (step.get()) {
            case ROTATE -> view.withSecret(request, visitor, reply);
            case TEST -> done(EndpointsPage.address(id), "endpoint-tested");
            case DELETE -> done(EndpointsPage.ADDRESS, "endpoint-removed");
        };
    }

    @Post(value = "/deliveries/{delivery}/replay", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> replay(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        ServiceReply reply = desk.replay(visitor, id, delivery, once(form));
        return reply.succeeded()
                ? done(EndpointsPage.address(id), "endpoint-replayed")
                : refused(request, visitor, id, reply);
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Visitor visitor, UUID id, ServiceReply reply) {
        RefusedForm said = RefusedForm.of(reply, pages.words(visitor.reader()));
        return view.show(request, visitor, id, HttpStatus.valueOf(reply.status()), Optional.of(said));
    }

    private static HttpResponse<?> done(String address, String said) {
        return Afterwards.seeOther(address, Optional.of(said), Optional.empty());
    }

    private String once(Map<String, String> form) {
        return OnceKey.of(form).orElseGet(() -> ids.next().toString());
    }
}
