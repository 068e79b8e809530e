package tranche.portal.draft.page;

import gg.jte.Content;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.draft.domain.Preview;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.drawdown.page.FundNames;
import tranche.portal.form.page.Field;
import tranche.portal.form.page.Fields;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Shows the form of a draft, with what it would come to beside it. */
@Singleton
final class DraftView {

    private final DraftDesk desk;
    private final FundNames funds;
    private final InvestorNames investors;
    private final Pages pages;
    private final Ids ids;

    DraftView(DraftDesk desk, FundNames funds, InvestorNames investors, Pages pages, Ids ids) {
        this.desk = desk;
        this.funds = funds;
        this.investors = investors;
        this.pages = pages;
        this.ids = ids;
    }

    /** The words for the form of a fund. */
    Words words(Visitor visitor, Fund fund) {
        return Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), List.of(fund.currency())),
                pages.words(visitor.reader()).now());
    }

    /**
     * @param edited the draft that is edited; empty for a new one
     * @param form what was typed
     * @param status of the answer
     */
    HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Fund fund,
            Optional<CapitalCall> edited,
            DraftForm form,
            HttpStatus status,
            Optional<RefusedForm> refused) {
        Words words = form.words();
        DraftDesk.Looked looked = desk.look(visitor, fund, edited.map(CapitalCall::id), form, words);
        String once = refused.filter(RefusedForm::unanswered)
                .flatMap(_ -> OnceKey.of(form.typed()))
                .orElseGet(() -> ids.next().toString());
        String leave = edited.map(call -> "/calls/" + call.id()).orElse("/calls");
        DraftModel model = new DraftModel(
                frame(request, visitor, fund, edited, words),
                leave,
                edited.map(_ -> leave + "/edit").orElse(DraftPage.NEW),
                sentence(fund, edited, words),
                refused,
                visitor.csrf(),
                edited.map(call -> form.typed().getOrDefault("version", Long.toString(call.version()))),
                once,
                fund.id().toString(),
                form.types(),
                fields(fund, form, refused),
                words.say(edited.isPresent() ? "draft.edit" : "draft.do"),
                new PreviewSheet(fund, looked, named(visitor, looked), words).model());
        return pages.page(request, status, "draft/draft.jte", model);
    }

    private Map<UUID, String> named(Visitor visitor, DraftDesk.Looked looked) {
        return investors.of(
                visitor.access(),
                looked.preview().map(Preview::lines).orElse(List.of()).stream()
                        .limit(PreviewSheet.SHOWN)
                        .map(Preview.Line::investor)
                        .distinct()
                        .toList());
    }

    private static List<Field> fields(Fund fund, DraftForm form, Optional<RefusedForm> refused) {
        Words words = form.words();
        Fields fields = new Fields("draft.field", form.typed(), refused, words);
        List<Field> all = new ArrayList<>();
        List<String> types = form.types();
        for (int place = 0; place < types.size(); place++) {
            all.add(fields.amount(
                    DraftForm.AMOUNT + place,
                    words.say("call.component." + types.get(place).toLowerCase(Locale.ROOT)),
                    fund.currency()));
        }
        all.add(fields.day(DraftForm.DAY, true, ""));
        all.add(fields.text(DraftForm.PURPOSE, true, ""));
        return all;
    }

    private static Content sentence(Fund fund, Optional<CapitalCall> edited, Words words) {
        return edited.map(call -> words.rich(
                        "draft.edit.lede",
                        Map.of(
                                "reference",
                                call.reference(),
                                "approved",
                                call.state() == CallState.APPROVED ? "yes" : "no",
                                "tranche",
                                call.tranche().isPresent() ? "yes" : "no")))
                .orElseGet(
                        () -> words.rich("draft.lede", Map.of("fund", fund.name(), "days", fund.noticeBusinessDays())));
    }

    private Frame frame(HttpRequest<?> request, Visitor visitor, Fund fund, Optional<CapitalCall> edited, Words words) {
        String title = words.say(edited.isPresent() ? "draft.edit.title" : "draft.title");
        List<Crumb> way = new ArrayList<>();
        way.add(Crumb.to(words.say(MenuEntry.CALLS.text()), MenuEntry.CALLS.address()));
        edited.ifPresent(call -> way.add(Crumb.to(call.reference(), "/calls/" + call.id())));
        way.add(Crumb.here(title));
        return pages.frame(request, visitor, MenuEntry.CALLS)
                .with(words)
                .titled(title, way)
                .marked(funds.sample(visitor, fund.programme()));
    }
}
