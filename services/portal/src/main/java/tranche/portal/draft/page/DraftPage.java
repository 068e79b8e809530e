package tranche.portal.draft.page;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.page.CallDesk;
import tranche.portal.drawdown.page.FundDesk;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.form.page.FundChoice;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.listing.page.Asked;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.web.command.Answers;
import tranche.world.ids.Ids;

/**
 * Drafts a call by hand, and edits a draft: what each investor would bear stands beside the form, anew after each field, and
 * without script by a button.
 */
@Controller("/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DraftPage {

    static final String NEW = "/calls/new";

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final DraftView view;
    private final FundDesk funds;
    private final CallDesk calls;
    private final ServiceCalls services;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    DraftPage(
            DraftView view,
            FundDesk funds,
            CallDesk calls,
            ServiceCalls services,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.view = view;
        this.funds = funds;
        this.calls = calls;
        this.services = services;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    /** The fund first: its investors, its currency and its calendar follow from it. */
    @Get(value = "/new", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> begin(HttpRequest<?> request, Visitor visitor) {
        Optional<UUID> named = new Asked(request).read("fund", Asked::id);
        List<Fund> managed = named.isPresent() ? List.of() : funds.managed(visitor);
        Optional<Fund> only = managed.size() == 1 ? Optional.of(managed.getFirst()) : Optional.empty();
        Optional<Fund> fund = named.isPresent() ? funds.one(visitor, named.get()) : only;
        if (fund.isPresent()) {
            DraftForm form = new DraftForm(fund.get().currency(), Map.of(), view.words(visitor, fund.get()));
            return view.show(request, visitor, fund.get(), Optional.empty(), form, HttpStatus.OK, Optional.empty());
        }
        return named.isPresent() ? problems.nothing(request, visitor.reader()) : choose(request, visitor, managed);
    }

    private HttpResponse<?> choose(HttpRequest<?> request, Visitor visitor, List<Fund> managed) {
        Words words = pages.words(visitor.reader());
        String title = words.say("draft.title");
        return pages.page(
                request,
                "form/fund.jte",
                new FundChoice(
                        pages.frame(request, visitor, MenuEntry.CALLS)
                                .titled(
                                        title,
                                        List.of(
                                                Crumb.to(words.say(MenuEntry.CALLS.text()), MenuEntry.CALLS.address()),
                                                Crumb.here(title))),
                        words.say("draft.fund"),
                        words.say("draft.none"),
                        managed.stream()
                                .map(fund -> new FundChoice.Choice(
                                        fund.name(),
                                        Addresses.with(
                                                NEW, Map.of("fund", fund.id().toString()))))
                                .toList()));
    }

    @Post(value = "/new", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> draft(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        OwnForms.require(visitor, typed);
        Optional<Fund> fund = Asked.id(typed.getOrDefault("fund", "")).flatMap(id -> funds.one(visitor, id));
        return fund.isPresent()
                ? answer(request, visitor, fund.get(), Optional.empty(), typed)
                : problems.nothing(request, visitor.reader());
    }

    /** Whoever cannot edit it any more finds on the call's page how it stands. */
    @Get(value = "/{id}/edit", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> open(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        Optional<CapitalCall> found = calls.one(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        CapitalCall call = found.get();
        Optional<Fund> fund = editable(visitor, call);
        if (fund.isEmpty()) {
            return HttpResponse.seeOther(URI.create("/calls/" + id));
        }
        Words words = view.words(visitor, fund.get());
        DraftForm form = new DraftForm(fund.get().currency(), DraftForm.of(call, words), words);
        return view.show(request, visitor, fund.get(), found, form, HttpStatus.OK, Optional.empty());
    }

    @Post(value = "/{id}/edit", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> edit(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @Body Map<String, String> typed) {
        OwnForms.require(visitor, typed);
        Optional<CapitalCall> found = calls.one(visitor, id);
        Optional<Fund> fund = found.flatMap(call -> funds.one(visitor, call.fund()));
        return fund.isPresent()
                ? answer(request, visitor, fund.get(), found, typed)
                : problems.nothing(request, visitor.reader());
    }

    private Optional<Fund> editable(Visitor visitor, CapitalCall call) {
        return call.allowed().contains("edit") ? funds.one(visitor, call.fund()) : Optional.empty();
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request,
            Visitor visitor,
            Fund fund,
            Optional<CapitalCall> edited,
            Map<String, String> typed) {
        DraftForm form = new DraftForm(fund.currency(), typed, view.words(visitor, fund)).settled();
        if (KeptForm.isKept(typed) || form.onlyShows()) {
            return view.show(request, visitor, fund, edited, form, HttpStatus.OK, Optional.empty());
        }
        DraftForm.Read read = form.read();
        if (!read.findings().isEmpty()) {
            RefusedForm refused = RefusedForm.wrong(read.findings(), form.words());
            return view.show(
                    request, visitor, fund, edited, form, HttpStatus.UNPROCESSABLE_ENTITY, Optional.of(refused));
        }
        ServiceReply reply = send(visitor, fund, edited, typed, read.body());
        if (reply.succeeded()) {
            String call = reply.text("id").map(id -> "/calls/" + id).orElse("/calls");
            return Afterwards.seeOther(call, Optional.of(edited.isPresent() ? "edited" : "drafted"), reply.position());
        }
        RefusedForm refused = form.at(RefusedForm.of(reply, form.words()));
        return view.show(
                request, visitor, fund, edited, form, HttpStatus.valueOf(reply.status()), Optional.of(refused));
    }

    private ServiceReply send(
            Visitor visitor,
            Fund fund,
            Optional<CapitalCall> edited,
            Map<String, String> typed,
            Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>(content);
        if (edited.isEmpty()) {
            body.put("fundId", fund.id().toString());
        }
        return services.send(
                visitor.actor(),
                visitor.locale(),
                edited.isPresent() ? "PATCH" : "POST",
                "/capital-calls" + edited.map(call -> "/" + call.id()).orElse(""),
                body,
                Optional.ofNullable(typed.get("version"))
                        .filter(version -> VERSION.matcher(version).matches())
                        .map(version -> Answers.tag(Long.parseLong(version))),
                OnceKey.of(typed).orElseGet(() -> ids.next().toString()));
    }
}
