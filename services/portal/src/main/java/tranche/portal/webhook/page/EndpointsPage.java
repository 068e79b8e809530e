package tranche.portal.webhook.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Where the visitor has alerts sent: the list, and one more. Read over the API: the page shows and does what the API does. */
@Controller(EndpointsPage.ADDRESS)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class EndpointsPage {

    /** The list. */
    static final String ADDRESS = "/operations/endpoints";

    private final EndpointDesk desk;
    private final EndpointView view;
    private final Pages pages;
    private final Ids ids;

    EndpointsPage(EndpointDesk desk, EndpointView view, Pages pages, Ids ids) {
        this.desk = desk;
        this.view = view;
        this.pages = pages;
        this.ids = ids;
    }

    /** The page of one. */
    static String address(UUID id) {
        return ADDRESS + "/" + id;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        return show(request, visitor, HttpStatus.OK, EndpointForm.blank());
    }

    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> add(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        EndpointForm sent = EndpointForm.sent(form);
        if (KeptForm.isKept(form)) {
            return show(request, visitor, HttpStatus.OK, sent);
        }
        Words words = pages.words(visitor.reader());
        Optional<RefusedForm> missing = sent.missing(words);
        if (missing.isPresent()) {
            return show(request, visitor, HttpStatus.UNPROCESSABLE_ENTITY, sent.refused(missing.get()));
        }
        ServiceReply reply = desk.add(
                visitor,
                sent.body(),
                OnceKey.of(form).orElseGet(() -> ids.next().toString()));
        return reply.succeeded()
                ? view.withSecret(request, visitor, reply)
                : show(
                        request,
                        visitor,
                        HttpStatus.valueOf(reply.status()),
                        sent.refused(RefusedForm.of(reply, words)));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, HttpStatus status, EndpointForm sent) {
        ServiceReply reply = desk.list(visitor, request.getParameters().getFirst("after"));
        Frame plain = pages.frame(request, visitor, MenuEntry.ALERTS);
        String title = plain.say("endpoints.title");
        Frame frame = plain.titled(title, List.of(EndpointView.above(plain.words()), Crumb.here(title)));
        EndpointsModel model = new EndpointsSheet(reply, sent, ids.next().toString()).model(frame, visitor.csrf());
        return pages.page(request, status, "webhook/endpoints.jte", model);
    }
}
