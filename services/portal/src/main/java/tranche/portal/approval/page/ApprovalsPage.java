package tranche.portal.approval.page;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.ids.Ids;

/** What waits for a person: the queue, and a page for what has no other. A form does what the API does. */
@Controller("/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ApprovalsPage {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final ApprovalDesk desk;
    private final NameBooks books;
    private final ContentMeaning meaning;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    ApprovalsPage(
            ApprovalDesk desk, NameBooks books, ContentMeaning meaning, Pages pages, ProblemPages problems, Ids ids) {
        this.desk = desk;
        this.books = books;
        this.meaning = meaning;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        ApprovalDesk.Queue queue = desk.queue(visitor);
        Frame plain = pages.frame(request, visitor, MenuEntry.APPROVALS);
        MoneyWords money = MoneyWords.of(
                visitor.locale(),
                queue.items().stream()
                        .flatMap(one -> one.amount().stream())
                        .map(Money::currency)
                        .toList());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        NameBook book = books.of(visitor.access(), ApprovalsSheet.wanted(queue));
        return pages.page(
                request,
                "approval/approvals.jte",
                new ApprovalsSheet(queue, book, visitor).model(plain.with(words), words));
    }

    @Get(value = "/{source}/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(
            HttpRequest<?> request, Visitor visitor, @PathVariable String source, @PathVariable UUID id) {
        return Source.of(source)
                .<HttpResponse<?>>map(
                        known -> show(request, visitor, known, id, HttpStatus.OK, Map.of(), Optional.empty()))
                .orElseGet(() -> problems.nothing(request, visitor.reader()));
    }

    /** The address that a refused form leaves in the browser leads to the page that it is on. */
    @Get(value = "/{source}/{id}/{command}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable String source,
            @PathVariable UUID id,
            @PathVariable String command) {
        return Source.of(source)
                .filter(known -> known.commands().contains(command))
                .<HttpResponse<?>>map(known -> HttpResponse.seeOther(URI.create(known.address(id))))
                .orElseGet(() -> problems.nothing(request, visitor.reader()));
    }

    @Post(value = "/{source}/{id}/{command}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> answer(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable String source,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<Source> known = Source.of(source).filter(one -> one.commands().contains(command));
        if (known.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        ServiceReply reply = desk.answer(
                visitor,
                known.get(),
                id,
                command,
                body(command, form),
                OnceKey.of(form).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther(
                    "/approvals", Optional.of(command.equals("approval") ? "approved" : "rejected"), reply.position());
        }
        RefusedForm refused = RefusedForm.of(reply, pages.words(visitor.reader()));
        return show(request, visitor, known.get(), id, HttpStatus.valueOf(reply.status()), form, Optional.of(refused));
    }

    /** What was seen is approved, and nothing else; a rejection says why. */
    private static Map<String, String> body(String command, Map<String, String> form) {
        Map<String, String> body = new LinkedHashMap<>();
        String field = command.equals("approval") ? "contentHash" : "reason";
        String value = form.getOrDefault(field, "").strip();
        if (!value.isEmpty()) {
            body.put(field, value.replace("\r\n", "\n"));
        }
        return body;
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Source source,
            UUID id,
            HttpStatus status,
            Map<String, String> form,
            Optional<RefusedForm> refused) {
        ServiceReply reply = desk.one(visitor, source, id);
        if (reply.status() == HttpStatus.NOT_FOUND.getCode()) {
            return problems.nothing(request, visitor.reader());
        }
        if (!reply.succeeded()) {
            throw Problem.later(RequestRefusal.UNAVAILABLE, COME_AGAIN);
        }
        Frame plain = pages.frame(request, visitor, MenuEntry.APPROVALS);
        Words words = plain.words();
        Answered one = Answered.of(reply);
        ApprovalSheet sheet = new ApprovalSheet(source, id, one, visitor, form, refused);
        Frame frame = plain.titled(
                sheet.title(words),
                List.of(
                        Crumb.to(words.say(MenuEntry.APPROVALS.text()), MenuEntry.APPROVALS.address()),
                        Crumb.here(sheet.title(words))));
        return pages.page(
                request,
                status,
                "approval/approval.jte",
                sheet.model(frame, words, ids.next().toString(), meaning.of(source, one, visitor.access(), words)));
    }
}
