package tranche.portal.receipt.page;

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
import java.util.regex.Pattern;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptDoing;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.web.command.Answers;
import tranche.world.ids.Ids;

/**
 * One receipt, and what a fund's manager may do with it. Each command has a page that says what follows before its button does it;
 * a form does what the API does.
 */
@Controller(ReceiptsQuery.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ReceiptPage {

    private static final String COMMAND = "/{id}/{command:[a-z-]+}";

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final ReceiptDesk desk;
    private final ReceiptView view;
    private final CallNews news;
    private final ServiceCalls services;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    ReceiptPage(
            ReceiptDesk desk,
            ReceiptView view,
            CallNews news,
            ServiceCalls services,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.desk = desk;
        this.view = view;
        this.news = news;
        this.services = services;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        // Before anything is read: what changes meanwhile is told once more rather than never.
        CallNews.Places places = news.places(visitor.access());
        Optional<Receipt> found = desk.one(visitor, id);
        return found.isPresent()
                ? view.show(request, visitor, found.get(), places)
                : problems.nothing(request, visitor.reader());
    }

    /** Whoever cannot do it any more finds on the receipt's page how it stands. */
    @Get(value = COMMAND, produces = MediaType.TEXT_HTML)
    public HttpResponse<?> ask(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String command) {
        Optional<ReceiptDoing> doing = ReceiptDoing.of(command);
        Optional<Receipt> found = desk.one(visitor, id);
        if (doing.isEmpty() || found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        return ReceiptDoing.of(found.get(), visitor.access()).contains(doing.get())
                ? view.ask(request, visitor, found.get(), doing.get(), HttpStatus.OK, Map.of(), Optional.empty())
                : HttpResponse.seeOther(URI.create(ReceiptWords.address(id)));
    }

    @Post(value = COMMAND, produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> typed) {
        OwnForms.require(visitor, typed);
        Optional<ReceiptDoing> doing = ReceiptDoing.of(command);
        Optional<Receipt> found = desk.one(visitor, id);
        if (doing.isEmpty() || found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Receipt receipt = found.get();
        MatchForm match = new MatchForm(receipt, typed, pages.words(visitor.reader()));
        if (KeptForm.isKept(typed) || doing.get() == ReceiptDoing.MATCH && match.onlySearches()) {
            return view.ask(request, visitor, receipt, doing.get(), HttpStatus.OK, typed, Optional.empty());
        }
        return doing.get() == ReceiptDoing.MATCH
                ? match(request, visitor, match)
                : send(request, visitor, receipt, doing.get(), typed, CommandSheet.body(doing.get(), typed));
    }

    private HttpResponse<?> match(HttpRequest<?> request, Visitor visitor, MatchForm form) {
        MatchForm.Read read = form.read();
        if (read.findings().isEmpty()) {
            return send(request, visitor, form.receipt(), ReceiptDoing.MATCH, form.typed(), read.body());
        }
        return view.ask(
                request,
                visitor,
                form.receipt(),
                ReceiptDoing.MATCH,
                HttpStatus.UNPROCESSABLE_ENTITY,
                form.typed(),
                Optional.of(RefusedForm.wrong(read.findings(), pages.words(visitor.reader()))));
    }

    private HttpResponse<?> send(
            HttpRequest<?> request,
            Visitor visitor,
            Receipt receipt,
            ReceiptDoing doing,
            Map<String, String> typed,
            Map<String, ?> body) {
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/receipts/" + receipt.id() + "/" + doing.command(),
                body,
                seen(typed),
                OnceKey.of(typed).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            boolean list = typed.containsKey(WaitingSheet.FROM_LIST);
            return Afterwards.seeOther(
                    list ? ReceiptsQuery.PATH : ReceiptWords.address(receipt.id()),
                    Optional.of(doing.done()),
                    reply.position());
        }
        RefusedForm refused = RefusedForm.of(reply, pages.words(visitor.reader()));
        return view.ask(
                request,
                visitor,
                receipt,
                doing,
                HttpStatus.valueOf(reply.status()),
                typed,
                Optional.of(
                        doing == ReceiptDoing.MATCH
                                ? new MatchForm(receipt, typed, pages.words(visitor.reader())).at(refused)
                                : refused));
    }

    /** The version that the person saw, as commands take it; what is none was not written by this page. */
    private static Optional<String> seen(Map<String, String> form) {
        return Optional.ofNullable(form.get("version"))
                .filter(version -> VERSION.matcher(version).matches())
                .map(version -> Answers.tag(Long.parseLong(version)));
    }
}
