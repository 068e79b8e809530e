package tranche.portal.cockpit.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.Fund;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;

/** The overview of a programme: at {@code /overview} of the one that leads among those that the visitor may see. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OverviewPage {

    /** As many funds as fit beside what changed, unless all are asked for. */
    private static final int FUNDS_SHOWN = 10;
    /** As many changes as a person reads before turning to a list. */
    private static final int CHANGES_SHOWN = 12;

    private final Raises raise;
    private final CommitmentList commitments;
    private final Feed feed;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;

    OverviewPage(
            Raises raise,
            CommitmentList commitments,
            Feed feed,
            OwnWrites ownWrites,
            Pages pages,
            ProblemPages problems) {
        this.raise = raise;
        this.commitments = commitments;
        this.feed = feed;
        this.ownWrites = ownWrites;
        this.pages = pages;
        this.problems = problems;
    }

    /** The programme that leads. */
    @Get(value = "/overview", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> overview(HttpRequest<?> request, Visitor visitor) {
        List<Programme> programmes = raise.programmes(visitor.access());
        return Programme.leading(programmes)
                .<HttpResponse<?>>map(leading -> show(request, visitor, programmes, leading))
                .orElseGet(() -> pages.page(request, "cockpit/nothing.jte", nothing(request, visitor)));
    }

    /** One programme; what does not exist and what may not be seen are answered alike. */
    @Get(value = "/programmes/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> programme(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        List<Programme> programmes = raise.programmes(visitor.access());
        return programmes.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .<HttpResponse<?>>map(programme -> show(request, visitor, programmes, programme))
                .orElseGet(() -> problems.nothing(request, visitor.reader()));
    }

    private NothingModel nothing(HttpRequest<?> request, Visitor visitor) {
        return NothingModel.of(pages.frame(request, visitor, MenuEntry.OVERVIEW), visitor);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Visitor visitor, List<Programme> programmes, Programme programme) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        boolean all = "all".equals(request.getParameters().get("funds"));
        List<Fund> funds = raise.funds(visitor.access(), programme.id(), all ? Integer.MAX_VALUE : FUNDS_SHOWN);
        Overview overview = new Overview(
                programme,
                programmes,
                raise.ladders(visitor.access(), programme.id()),
                raise.kinds(visitor.access(), programme.id()),
                funds,
                !all && funds.size() == FUNDS_SHOWN && programme.funds() > FUNDS_SHOWN,
                feed.latest(visitor.access(), programme.id(), CHANGES_SHOWN),
                visitor.lastVisit()
                        .map(since -> feed.countsSince(visitor.access(), programme.id(), since))
                        .orElse(Map.of()),
                commitments.waitingFor(visitor.actor(), Optional.of(programme.id())));
        Frame plain = pages.frame(request, visitor, MenuEntry.OVERVIEW);
        MoneyWords money = MoneyWords.of(visitor.locale(), overview.currencies());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        Frame frame = plain.with(words)
                .titled(
                        programme.name(),
                        List.of(Crumb.to(words.say("overview.programmes"), "/overview"), Crumb.here(programme.name())))
                .marked(programme.sample())
                .following("/live?topics=overview:" + programme.id() + "&after=" + overview.lastPlace());
        return pages.page(request, "cockpit/overview.jte", overview.model(frame, visitor));
    }
}
