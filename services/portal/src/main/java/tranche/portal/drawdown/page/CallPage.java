package tranche.portal.drawdown.page;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.drawdown.domain.CallDoing;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.web.command.Answers;
import tranche.world.ids.Ids;

/** One call: how much, of whom, why, how far it has come, and the commands of whoever may. A form does what the API does. */
@Controller("/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CallPage {

    /** A name without a dot: files of a call have addresses of their own. */
    private static final String COMMAND = "/{id}/{command:[a-z-]+}";

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final CallView view;
    private final CallDesk desk;
    private final ServiceCalls services;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    CallPage(CallView view, CallDesk desk, ServiceCalls services, Pages pages, ProblemPages problems, Ids ids) {
        this.view = view;
        this.desk = desk;
        this.services = services;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        return view.show(request, visitor, id, HttpStatus.OK, Optional.empty());
    }

    /** Whether the notice of a line is ours, at once: who holds it has no file to look for. */
    @Get(value = "/{id}/lines/{line}/check", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> check(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable UUID line) {
        Optional<CallDesk.KnownNotice> known = desk.notice(visitor, id, line);
        return known.isPresent()
                ? HttpResponse.seeOther(URI.create(known.get()
                        .hash()
                        .map(hash -> Addresses.with("/verify", Map.of("sha256", hash)))
                        .orElse("/verify")))
                : problems.nothing(request, visitor.reader());
    }

    /**
     * The address that a refused form leaves in the browser leads to the page that it is on. That of the issue has its form
     * open: who is told is said there, and one press does it.
     */
    @Get(value = COMMAND, produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String command) {
        Optional<CallDoing> doing = CallDoing.of(command);
        if (doing.filter(CallDoing.ISSUE::equals).isPresent()) {
            SentCall open = new SentCall(CallDoing.ISSUE, Map.of(), Optional.empty());
            return view.show(request, visitor, id, HttpStatus.OK, Optional.of(open));
        }
        return doing.isPresent()
                ? HttpResponse.seeOther(URI.create(CallSheet.address(id)))
                : problems.nothing(request, visitor.reader());
    }

    @Post(value = COMMAND, produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<CallDoing> known = CallDoing.of(command);
        if (known.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        CallDoing doing = known.get();
        if (KeptForm.isKept(form)) {
            return view.show(
                    request, visitor, id, HttpStatus.OK, Optional.of(new SentCall(doing, form, Optional.empty())));
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/capital-calls/" + id + "/" + command,
                body(doing, form),
                seen(form),
                OnceKey.of(form).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther(CallSheet.address(id), Optional.of(doing.done()), reply.position());
        }
        RefusedForm refused = RefusedForm.of(reply, pages.words(visitor.reader()));
        return view.show(
                request,
                visitor,
                id,
                HttpStatus.valueOf(reply.status()),
                Optional.of(new SentCall(doing, form, Optional.of(refused))));
    }

    /** What the command says, without what is the form's own; an empty field is one that was not given. */
    private static Map<String, String> body(CallDoing doing, Map<String, String> form) {
        Map<String, String> body = new LinkedHashMap<>();
        for (String field : doing.fields()) {
            String value = form.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                body.put(field, value.replace("\r\n", "\n"));
            }
        }
        return body;
    }

    /** The version that the person saw, as commands take it; what is none was not written by this page. */
    private static Optional<String> seen(Map<String, String> form) {
        return Optional.ofNullable(form.get("version"))
                .filter(version -> VERSION.matcher(version).matches())
                .map(version -> Answers.tag(Long.parseLong(version)));
    }
}
