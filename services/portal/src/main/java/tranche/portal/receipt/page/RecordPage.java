package tranche.portal.receipt.page;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.page.CallDesk;
import tranche.portal.drawdown.page.FundDesk;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.form.page.Field.Option;
import tranche.portal.form.page.Fields;
import tranche.portal.form.page.FundChoice;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
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
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Records what the bank shows and no message told: the fund first, for its account and its currency follow from it. */
@Controller(RecordPage.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class RecordPage {

    static final String PATH = "/receipts/new";

    private final FundDesk funds;
    private final FundNames names;
    private final CallDesk service;
    private final ServiceCalls services;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    RecordPage(
            FundDesk funds,
            FundNames names,
            CallDesk service,
            ServiceCalls services,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.funds = funds;
        this.names = names;
        this.service = service;
        this.services = services;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> ask(HttpRequest<?> request, Visitor visitor) {
        Optional<UUID> named = new Asked(request).read("fund", Asked::id);
        if (named.isPresent()) {
            return form(request, visitor, named.get(), HttpStatus.OK, Map.of(), Optional.empty());
        }
        List<Fund> managed = funds.managed(visitor);
        if (managed.size() == 1) {
            return form(request, visitor, managed.getFirst().id(), HttpStatus.OK, Map.of(), Optional.empty());
        }
        Words words = pages.words(visitor.reader());
        return pages.page(
                request,
                "form/fund.jte",
                new FundChoice(
                        frame(request, visitor, words),
                        words.say("receipts.record.fund"),
                        words.say("receipts.record.none"),
                        managed.stream()
                                .map(fund -> new FundChoice.Choice(
                                        fund.name(),
                                        Addresses.with(
                                                PATH, Map.of("fund", fund.id().toString()))))
                                .toList()));
    }

    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> record(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        OwnForms.require(visitor, typed);
        Optional<UUID> named = Asked.id(typed.getOrDefault("fund", ""));
        Optional<Fund> found = named.flatMap(id -> funds.one(visitor, id));
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Fund fund = found.get();
        if (KeptForm.isKept(typed)) {
            return form(request, visitor, fund.id(), HttpStatus.OK, typed, Optional.empty());
        }
        Words words = pages.words(visitor.reader());
        Fields fields = new Fields("receipts.field", typed, Optional.empty(), words);
        RecordForm.Read read = new RecordForm(fund, List.of(), fields).read();
        if (!read.findings().isEmpty()) {
            RefusedForm refused = RefusedForm.wrong(read.findings(), words);
            return form(request, visitor, fund.id(), HttpStatus.UNPROCESSABLE_ENTITY, typed, Optional.of(refused));
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/receipts",
                read.body(),
                Optional.empty(),
                OnceKey.of(typed).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther(
                    reply.text("id").map(id -> ReceiptsQuery.PATH + "/" + id).orElse(ReceiptsQuery.PATH),
                    Optional.of("receipt"),
                    reply.position());
        }
        RefusedForm refused = RefusedForm.of(reply, words);
        return form(request, visitor, fund.id(), HttpStatus.valueOf(reply.status()), typed, Optional.of(refused));
    }

    private HttpResponse<?> form(
            HttpRequest<?> request,
            Visitor visitor,
            UUID id,
            HttpStatus status,
            Map<String, String> typed,
            Optional<RefusedForm> refused) {
        Optional<Fund> found = funds.one(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Fund fund = found.get();
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), List.of(fund.currency())),
                pages.words(visitor.reader()).now());
        RecordForm form =
                new RecordForm(fund, accounts(visitor, fund), new Fields("receipts.field", typed, refused, words));
        String once = refused.filter(RefusedForm::unanswered)
                .flatMap(_ -> OnceKey.of(typed))
                .orElseGet(() -> ids.next().toString());
        CommandModel model = new CommandModel(
                frame(request, visitor, words).marked(names.sample(visitor, fund.programme())),
                ReceiptsQuery.PATH,
                PATH,
                words.rich("receipts.record.lede", Map.of("fund", fund.name())),
                refused,
                visitor.csrf(),
                Optional.empty(),
                once,
                List.of(new ReceiptsModel.Hidden("fund", fund.id().toString())),
                form.asked(LocalDate.ofInstant(words.now(), fund.zone()).toString()),
                words.say("receipts.record"),
                "main");
        return pages.page(request, status, "receipt/command.jte", model);
    }

    private Frame frame(HttpRequest<?> request, Visitor visitor, Words words) {
        String title = words.say("receipts.record");
        return pages.frame(request, visitor, MenuEntry.RECEIPTS)
                .with(words)
                .titled(
                        title,
                        List.of(
                                Crumb.to(words.say(MenuEntry.RECEIPTS.text()), MenuEntry.RECEIPTS.address()),
                                Crumb.here(title)));
    }

    /** Those to which the fund is paid; another can be typed, for money may have come to an older one. */
    private List<Option> accounts(Visitor visitor, Fund fund) {
        return service.get(visitor, "/funds/" + fund.id() + "/bank-accounts")
                .map(answer -> answer.objects("items").stream()
                        .filter(account -> account.text("state").equals("ACTIVE"))
                        .map(account -> new Option(
                                ReceiptWords.inFours(account.text("iban")).replace('\u00a0', ' '),
                                account.text("holder"),
                                false))
                        .toList())
                .orElse(List.of());
    }
}
