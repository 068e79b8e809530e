package tranche.portal.preference.page;

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
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** What the visitor wants to hear, how and when, and what he asks for besides: the page shows and does what the API does. */
@Controller(PreferencesPage.ADDRESS)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class PreferencesPage {

    static final String ADDRESS = "/preferences";

    private final PreferenceDesk desk;
    private final PreferencesView view;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    PreferencesPage(PreferenceDesk desk, PreferencesView view, Pages pages, ProblemPages problems, Ids ids) {
        this.desk = desk;
        this.view = view;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> show(HttpRequest<?> request, Visitor visitor) {
        return view.show(request, visitor);
    }

    /** The addresses that refused forms leave in the browser lead to the page. */
    @Get(value = "/{part}{/id}{/step}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable String part,
            @PathVariable Optional<String> id,
            @PathVariable Optional<String> step) {
        return part.equals("subscriptions") || part.equals("undo")
                ? HttpResponse.seeOther(URI.create(ADDRESS))
                : problems.nothing(request, visitor.reader());
    }

    /** Saves all switches as the form has them. One that comes back from the sign-in page has lost some of its fields. */
    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> save(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        if (KeptForm.isKept(form)) {
            return view.show(request, visitor);
        }
        Wishes said = Wishes.of(form);
        Words words = pages.words(visitor.reader());
        Optional<RefusedForm> missing = said.missing(words);
        if (missing.isPresent()) {
            return view.refused(request, visitor, HttpStatus.UNPROCESSABLE_ENTITY, said, form, missing.get());
        }
        ServiceReply before = desk.preferences(visitor);
        ServiceReply reply = desk.save(visitor, said.body(), Optional.ofNullable(form.get("version")), once(form));
        if (!reply.succeeded()) {
            return view.refused(
                    request, visitor, HttpStatus.valueOf(reply.status()), said, form, RefusedForm.of(reply, words));
        }
        return before.succeeded()
                ? Afterwards.undoable(ADDRESS, Wishes.of(Answered.of(before)).line(), reply.position())
                : Afterwards.seeOther(ADDRESS, Optional.of("preferences"), reply.position());
    }

    /** Takes the change before back; what was changed again meanwhile stays. */
    @Post(value = "/undo", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> undo(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<Wishes> before = Wishes.parse(form.getOrDefault("undo", ""));
        if (before.isEmpty()) {
            return HttpResponse.seeOther(URI.create(ADDRESS));
        }
        ServiceReply reply =
                desk.save(visitor, before.get().body(), Optional.ofNullable(form.get("version")), once(form));
        return reply.succeeded()
                ? Afterwards.seeOther(ADDRESS, Optional.of("undone"), reply.position())
                : view.refused(
                        request,
                        visitor,
                        HttpStatus.valueOf(reply.status()),
                        RefusedForm.of(reply, pages.words(visitor.reader())));
    }

    @Post(value = "/subscriptions", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> subscribe(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        SubscriptionForm sent = SubscriptionForm.sent(form);
        if (KeptForm.isKept(form)) {
            return view.asked(request, visitor, HttpStatus.OK, sent);
        }
        Words words = pages.words(visitor.reader());
        Optional<RefusedForm> missing = sent.missing(words);
        if (missing.isPresent()) {
            return view.asked(request, visitor, HttpStatus.UNPROCESSABLE_ENTITY, sent.refused(missing.get()));
        }
        ServiceReply reply = desk.subscribe(visitor, sent.body(), once(form));
        return reply.succeeded()
                ? Afterwards.seeOther(ADDRESS, Optional.of("subscription-added"), reply.position())
                : view.asked(
                        request,
                        visitor,
                        HttpStatus.valueOf(reply.status()),
                        sent.refused(RefusedForm.of(reply, words)));
    }

    @Post(value = "/subscriptions/{id}/{step}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> move(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String step,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<SubscriptionStep> asked = SubscriptionStep.of(step);
        if (asked.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        ServiceReply reply = desk.ask(visitor, id, asked.get(), once(form));
        return reply.succeeded()
                ? Afterwards.seeOther(ADDRESS, Optional.of(asked.get().said()), reply.position())
                : view.refused(
                        request,
                        visitor,
                        HttpStatus.valueOf(reply.status()),
                        RefusedForm.of(reply, pages.words(visitor.reader())));
    }

    private String once(Map<String, String> form) {
        return OnceKey.of(form).orElseGet(() -> ids.next().toString());
    }
}
