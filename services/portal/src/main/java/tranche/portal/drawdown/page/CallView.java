package tranche.portal.drawdown.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallChanges;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CallNews;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.MilestonePlaces;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Shows a call as it is now: its amounts from the service, names from what the portal keeps. */
@Singleton
final class CallView {

    private final CallDesk desk;
    private final ReachDesk reach;
    private final CallNews news;
    private final FundNames funds;
    private final InvestorNames investors;
    private final MilestonePlaces milestones;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    CallView(
            CallDesk desk,
            ReachDesk reach,
            CallNews news,
            FundNames funds,
            InvestorNames investors,
            MilestonePlaces milestones,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.desk = desk;
        this.reach = reach;
        this.news = news;
        this.funds = funds;
        this.investors = investors;
        this.milestones = milestones;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, UUID id, HttpStatus status, Optional<SentCall> sent) {
        // Before anything is read: what changes meanwhile is told once more rather than never.
        CallNews.Places places = news.places(visitor.access());
        Optional<CapitalCall> found = desk.one(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        CapitalCall call = found.get();
        Frame plain = pages.frame(request, visitor, MenuEntry.CALLS);
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), List.of(call.total().currency())),
                plain.words().now());
        Frame frame = plain.with(words)
                .titled(
                        call.reference(),
                        List.of(
                                Crumb.to(words.say(MenuEntry.CALLS.text()), MenuEntry.CALLS.address()),
                                Crumb.here(call.reference())))
                .marked(funds.sample(visitor, call.programme()))
                .following("/live?topics=calls:" + call.fund() + "&after=" + places.of(Optional.of(call.fund())));
        CallSheet sheet = new CallSheet(
                call,
                funds.name(visitor, call.fund(), words),
                call.tranche().flatMap(tranche -> desk.trancheName(visitor, tranche)),
                changes(visitor, call),
                unreached(visitor, call),
                milestones.of(visitor.access(), call.milestones()),
                sent,
                ids.next().toString());
        CallLines lines = allocation(request, visitor, call);
        CallModel model = sheet.model(frame, visitor, lines.here(), lines.allocation(words), words);
        return pages.page(request, status, "drawdown/call.jte", model);
    }

    private Optional<ChangesSheet> changes(Visitor visitor, CapitalCall call) {
        return desk.changes(visitor, call)
                .map(changes -> new ChangesSheet(
                        changes,
                        investors.of(
                                visitor.access(),
                                ChangesSheet.shown(changes).stream()
                                        .map(CallChanges.Line::investor)
                                        .toList())));
    }

    private Optional<ChecksSheet.Unreached> unreached(Visitor visitor, CapitalCall call) {
        return reach.unreached(visitor, call).map(found -> {
            List<UUID> first =
                    found.stream().limit(ChecksSheet.Unreached.MOST_NAMED).toList();
            Map<UUID, String> names = investors.of(visitor.access(), first);
            return new ChecksSheet.Unreached(
                    found.size(),
                    first.stream()
                            .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
                            .toList());
        });
    }

    private CallLines allocation(HttpRequest<?> request, Visitor visitor, CapitalCall call) {
        int page = request.getParameters().get("page", Integer.class).orElse(1);
        Map<UUID, String> names = investors.of(
                visitor.access(),
                CallLines.shown(call, page).stream().map(CallLine::investor).toList());
        return new CallLines(call, names, page);
    }
}
