package tranche.portal.alerts.page;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.alerts.page.AlertsModel.Show;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.world.ids.Ids;

/** The visitor's own alerts, read over the API: the page shows and does what the API does. */
@Controller("/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AlertsPage {

    /** Of all that the list shows and of what came before it. */
    static final String ALL = "read-up-to";

    /** Commands of the page, each with what the toast says when it is done. */
    static final Map<String, String> COMMANDS =
            Map.of("read", "read", ALL, "read-all", "acknowledgement", "acknowledged");

    private static final int NOT_FOUND = HttpStatus.NOT_FOUND.getCode();

    private final Upstreams upstreams;
    private final ServiceCalls services;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    AlertsPage(Upstreams upstreams, ServiceCalls services, Pages pages, ProblemPages problems, Ids ids) {
        this.upstreams = upstreams;
        this.services = services;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        return show(request, visitor, Optional.empty(), HttpStatus.OK, Optional.empty());
    }

    /** One alert, beside the list. */
    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> one(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        return show(request, visitor, Optional.of(id), HttpStatus.OK, Optional.empty());
    }

    /** The address that a refused form leaves in the browser leads to the alert. */
    @Get(value = "/{id}/{command}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String command) {
        return COMMANDS.containsKey(command)
                ? HttpResponse.seeOther(URI.create("/alerts/" + id))
                : problems.nothing(request, visitor.reader());
    }

    @Post(value = "/{id}/{command}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        if (!COMMANDS.containsKey(command) || !upstreams.has(Service.NOTIFICATIONS)) {
            return problems.nothing(request, visitor.reader());
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/alerts/" + id + "/" + command,
                Map.of(),
                Optional.empty(),
                OnceKey.of(form).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther(back(id, command), Optional.ofNullable(COMMANDS.get(command)), Optional.empty());
        }
        RefusedForm refused = RefusedForm.of(reply, pages.words(visitor.reader()));
        return show(request, visitor, Optional.of(id), HttpStatus.valueOf(reply.status()), Optional.of(refused));
    }

    /** Whoever has read all goes on with the list, everybody else with the alert. */
    private static String back(UUID id, String command) {
        return command.equals(ALL) ? "/alerts" : "/alerts/" + id;
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Optional<UUID> chosen,
            HttpStatus status,
            Optional<RefusedForm> refused) {
        Show show = Show.of(request.getParameters().getFirst("state"));
        Optional<String> after = request.getParameters().getFirst("after");
        String path = "/alerts?limit=50&" + show.query()
                + after.map(place -> "&after=" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                        .orElse("");
        ServiceReply reply = read(visitor, path);
        AlertsSheet sheet =
                new AlertsSheet(reply, show, chosen, () -> ids.next().toString());
        Optional<ServiceReply> one = sheet.read().map(id -> read(visitor, "/alerts/" + id));
        if (chosen.isPresent()
                && one.filter(answer -> answer.status() == NOT_FOUND).isPresent()) {
            return problems.nothing(request, visitor.reader());
        }
        Frame frame = pages.frame(request, visitor, MenuEntry.ALERTS);
        // What comes belongs before the first page of all; what another page shows stays as it is.
        boolean follows = reply.succeeded() && show == Show.OPEN && after.isEmpty();
        AlertsModel model = sheet.model(
                follows ? frame.following(AlertsStream.after(sheet.last())) : frame,
                visitor.csrf(),
                one.filter(ServiceReply::succeeded)
                        .map(answer -> new AlertSheet(
                                        Answered.of(answer), () -> ids.next().toString())
                                .model(frame.words())),
                refused);
        return pages.page(request, status, "alerts/alerts.jte", model);
    }

    private ServiceReply read(Visitor visitor, String path) {
        return upstreams.has(Service.NOTIFICATIONS)
                ? services.get(visitor.actor(), visitor.locale(), path)
                : ServiceReply.away();
    }
}
