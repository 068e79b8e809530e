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
import tranche.portal.raise.domain.CallBackground;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.MilestonePlaces;
import tranche.portal.timeline.domain.MilestonePlaces.Place;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.world.ids.Ids;

/** Shows a call as it is now: its amounts from the service, names from what the portal keeps. */
@Singleton
final class CallView {

    private final CallDesk desk;
    private final ReachDesk reach;
    private final LineReceipts receipts;
    private final CallNews news;
    private final FundNames funds;
    private final InvestorNames investors;
    private final CallBackground background;
    private final MilestonePlaces milestones;
    private final ProjectDetail projects;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    CallView(
            CallDesk desk,
            ReachDesk reach,
            LineReceipts receipts,
            CallNews news,
            FundNames funds,
            InvestorNames investors,
            CallBackground background,
            MilestonePlaces milestones,
            ProjectDetail projects,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.desk = desk;
        this.reach = reach;
        this.receipts = receipts;
        this.news = news;
        this.funds = funds;
        this.investors = investors;
        this.background = background;
        this.milestones = milestones;
        this.projects = projects;
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
                causes(visitor, call),
                changes(visitor, call),
                unreached(visitor, call),
                sent,
                ids.next().toString());
        CallModel model = sheet.model(frame, visitor, allocation(request, visitor, call), words);
        return pages.page(request, status, "drawdown/call.jte", model);
    }

    private CallCauses causes(Visitor visitor, CapitalCall call) {
        Access access = visitor.access();
        Map<UUID, Place> places = milestones.of(access, call.milestones());
        return new CallCauses(
                call,
                call.tranche().flatMap(tranche -> background.tranche(access, tranche)),
                background.drafted(access, call.id()),
                places,
                CallCauses.last(call, places).flatMap(last -> projects.milestone(access, last)));
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
        Map<UUID, CallBackground.Bearer> bearers = background.bearers(
                visitor.access(),
                call.lines().stream().map(CallLine::commitment).toList());
        return new CallLines(call, names, bearers, reach.reach(visitor, call), receipts.of(visitor, call), page);
    }
}
