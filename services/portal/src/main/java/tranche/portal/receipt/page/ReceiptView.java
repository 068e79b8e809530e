package tranche.portal.receipt.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.receipt.domain.OpenLine;
import tranche.portal.receipt.domain.Receipt;
import tranche.portal.receipt.domain.ReceiptDoing;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Shows a receipt as it is now, and the forms of its commands: amounts from the service, names from what the portal keeps. */
@Singleton
final class ReceiptView {

    /** One receipt pays the lines of several calls; of more than these the page leads to the call and names nobody. */
    private static final int MOST_CALLS = 10;

    private final ReceiptDesk desk;
    private final FundNames funds;
    private final InvestorNames investors;
    private final Pages pages;
    private final Ids ids;

    ReceiptView(ReceiptDesk desk, FundNames funds, InvestorNames investors, Pages pages, Ids ids) {
        this.desk = desk;
        this.funds = funds;
        this.investors = investors;
        this.pages = pages;
        this.ids = ids;
    }

    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, Receipt receipt, CallNews.Places places) {
        Words words = words(visitor, receipt);
        Map<UUID, CapitalCall> calls = calls(visitor, receipt);
        Frame frame = frame(request, visitor, receipt, words, Optional.empty())
                .following("/live?topics=calls:" + receipt.fund() + "&after=" + places.of(Optional.of(receipt.fund())));
        ReceiptSheet sheet = new ReceiptSheet(
                receipt,
                funds.name(visitor, receipt.fund(), words),
                calls,
                new ReceiptWords(named(visitor, receipt, paid(receipt, calls)), words));
        return pages.page(
                request,
                "receipt/receipt.jte",
                sheet.model(frame, visitor, ids.next().toString()));
    }

    /**
     * The form of a command.
     *
     * @param typed what was sent; nothing on a plain visit
     */
    HttpResponse<?> ask(
            HttpRequest<?> request,
            Visitor visitor,
            Receipt receipt,
            ReceiptDoing doing,
            HttpStatus status,
            Map<String, String> typed,
            Optional<RefusedForm> refused) {
        Words words = words(visitor, receipt);
        String title = words.say("receipts.do." + doing.command());
        Frame frame = frame(request, visitor, receipt, words, Optional.of(title));
        boolean chooses = doing == ReceiptDoing.MATCH || doing == ReceiptDoing.APPLY;
        List<OpenLine> open = chooses ? desk.openLines(visitor, receipt.fund()) : List.of();
        ReceiptWords says = new ReceiptWords(
                named(visitor, receipt, open.stream().map(OpenLine::investor).toList()), words);
        String once = refused.filter(RefusedForm::unanswered)
                .flatMap(_ -> OnceKey.of(typed))
                .orElseGet(() -> ids.next().toString());
        if (doing == ReceiptDoing.MATCH) {
            Map<String, String> chosen = typed.isEmpty() ? MatchSheet.proposed(receipt, says) : typed;
            MatchForm form = new MatchForm(receipt, chosen, words);
            return pages.page(
                    request,
                    status,
                    "receipt/match.jte",
                    new MatchSheet(receipt, form, refused, open, says).model(frame, visitor, once));
        }
        return pages.page(
                request,
                status,
                "receipt/command.jte",
                new CommandSheet(receipt, doing, open, typed, refused, says).model(frame, visitor, once));
    }

    private Words words(Visitor visitor, Receipt receipt) {
        return Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), List.of(receipt.amount().currency())),
                pages.words(visitor.reader()).now());
    }

    /** @param form the name of the form that the page is, below the receipt; empty where it is the receipt's own */
    private Frame frame(HttpRequest<?> request, Visitor visitor, Receipt receipt, Words words, Optional<String> form) {
        Crumb list = Crumb.to(words.say(MenuEntry.RECEIPTS.text()), MenuEntry.RECEIPTS.address());
        return pages.frame(request, visitor, MenuEntry.RECEIPTS)
                .with(words)
                .titled(
                        form.orElseGet(() -> words.say("receipts.title", "entry", receipt.entry())),
                        form.map(name -> List.of(
                                        list,
                                        Crumb.to(receipt.entry(), ReceiptWords.address(receipt.id())),
                                        Crumb.here(name)))
                                .orElseGet(() -> List.of(list, Crumb.here(receipt.entry()))))
                .marked(funds.sample(visitor, receipt.programme()));
    }

    private Map<UUID, CapitalCall> calls(Visitor visitor, Receipt receipt) {
        Map<UUID, CapitalCall> calls = new HashMap<>();
        receipt.settled().stream()
                .map(Receipt.Settled::call)
                .distinct()
                .limit(MOST_CALLS)
                .forEach(id -> desk.call(visitor, id).ifPresent(call -> calls.put(id, call)));
        return calls;
    }

    private static List<UUID> paid(Receipt receipt, Map<UUID, CapitalCall> calls) {
        List<UUID> lines = receipt.settled().stream().map(Receipt.Settled::line).toList();
        return calls.values().stream()
                .flatMap(call -> call.lines().stream())
                .filter(line -> lines.contains(line.id()))
                .map(CallLine::investor)
                .toList();
    }

    private Map<UUID, String> named(Visitor visitor, Receipt receipt, List<UUID> others) {
        List<UUID> all = new ArrayList<>(receipt.investors());
        all.addAll(others);
        return investors.of(visitor.access(), all.stream().distinct().toList());
    }
}
