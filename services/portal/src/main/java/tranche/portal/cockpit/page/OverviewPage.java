package tranche.portal.cockpit.page;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProgrammeBuild;
import tranche.portal.timeline.domain.ProgrammeBuild.Next;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.money.Money;

/** The overview of a programme: at {@code /overview} of the one that leads among those that the visitor may see. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OverviewPage {

    /** As many funds as fit beside what changed, unless all are asked for. */
    private static final int FUNDS_SHOWN = 10;

    /** As many as one page of a table has, however many are asked for; the list of commitments leads to the others. */
    private static final int MOST_FUNDS = 500;

    private static final int NEXT_SHOWN = 5;

    /** As many of one's own as fit there; the list has them all. */
    private static final int OWN_SHOWN = 20;

    private final Raises raise;
    private final CommitmentList commitments;
    private final WhatChanged changes;
    private final ProgrammeBuild built;
    private final Funding funding;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;
    private final String origin;

    OverviewPage(
            Raises raise,
            CommitmentList commitments,
            WhatChanged changes,
            ProgrammeBuild built,
            Funding funding,
            OwnWrites ownWrites,
            Pages pages,
            ProblemPages problems,
            @Value("${tranche.origin}") String origin) {
        this.raise = raise;
        this.commitments = commitments;
        this.changes = changes;
        this.built = built;
        this.funding = funding;
        this.ownWrites = ownWrites;
        this.pages = pages;
        this.problems = problems;
        this.origin = origin;
    }

    /** The programme that leads. */
    @Get(value = "/overview", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> overview(HttpRequest<?> request, Visitor visitor) {
        List<Programme> programmes = seen(request, visitor);
        return Programme.leading(programmes)
                .<HttpResponse<?>>map(leading -> show(request, visitor, programmes, leading))
                .orElseGet(() -> pages.page(request, "cockpit/nothing.jte", nothing(request, visitor)));
    }

    /** One programme; what does not exist and what may not be seen are answered alike. */
    @Get(value = "/programmes/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> programme(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        List<Programme> programmes = seen(request, visitor);
        return programmes.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .<HttpResponse<?>>map(programme -> show(request, visitor, programmes, programme))
                .orElseGet(() -> problems.nothing(request, visitor.reader()));
    }

    private List<Programme> seen(HttpRequest<?> request, Visitor visitor) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        return raise.programmes(visitor.access());
    }

    /** All programmes, to choose from. */
    @Get(value = "/programmes", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> programmes(HttpRequest<?> request, Visitor visitor) {
        List<Programme> programmes = seen(request, visitor);
        if (programmes.isEmpty()) {
            return pages.page(request, "cockpit/nothing.jte", nothing(request, visitor));
        }
        Frame plain = pages.frame(request, visitor, MenuEntry.OVERVIEW);
        MoneyWords money = MoneyWords.of(
                visitor.locale(),
                programmes.stream()
                        .flatMap(programme -> programme.committed().stream())
                        .map(Money::currency)
                        .toList());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        String title = words.say("overview.programmes");
        Frame frame = plain.with(words).titled(title, List.of(Crumb.here(title)));
        return pages.page(
                request,
                "cockpit/programmes.jte",
                new ProgrammesModel(frame, ProgrammeLines.of(programmes, Optional.empty(), words)));
    }

    private NothingModel nothing(HttpRequest<?> request, Visitor visitor) {
        return NothingModel.of(pages.frame(request, visitor, MenuEntry.OVERVIEW), visitor, origin);
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Visitor visitor, List<Programme> programmes, Programme programme) {
        Frame plain = pages.frame(request, visitor, MenuEntry.OVERVIEW);
        boolean all = "all".equals(request.getParameters().get("funds"));
        Overview overview = new Overview(
                programme,
                programmes,
                raise.ladders(visitor.access(), programme.id()),
                raise.kinds(visitor.access(), programme.id()),
                raise.funds(visitor.access(), programme.id(), all ? MOST_FUNDS : FUNDS_SHOWN),
                all,
                own(visitor, programme),
                changes.latest(visitor.access(), programme.id(), Overview.CHANGES_SHOWN),
                visitor.lastVisit()
                        .map(since -> changes.countsSince(visitor.access(), programme.id(), since))
                        .orElse(Map.of()),
                commitments.waitingFor(visitor.actor(), plain.words().now()),
                build(visitor.access(), programme.id(), plain.words().now()));
        MoneyWords money = MoneyWords.of(visitor.locale(), overview.currencies());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        Frame frame = plain.with(words)
                .titled(
                        programme.name(),
                        List.of(
                                Crumb.to(words.say("overview.programmes"), "/programmes"),
                                Crumb.here(programme.name())))
                .marked(programme.sample())
                .following("/live?topics=overview:" + programme.id() + "&after="
                        + overview.places().text());
        return pages.page(request, "cockpit/overview.jte", overview.model(frame, visitor));
    }

    private Overview.Build build(Access access, UUID programme, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Next> next = built.next(access, programme, NEXT_SHOWN);
        return new Overview.Build(
                built.sites(access, programme),
                funding.ofSites(access, programme),
                funding.expectations(access, programme, today),
                next,
                funding.of(access, next.stream().map(Next::milestone).toList(), Set.of(TrancheState.LOCKED)),
                funding.drafts(access, programme),
                today);
    }

    /** What the visitor holds as an investor, whatever else the visitor may read. */
    private List<CommitmentRow> own(Visitor visitor, Programme programme) {
        Access asInvestor = new Access(visitor.access().grants().stream()
                .filter(grant -> grant.role() == Role.INVESTOR)
                .toList());
        if (asInvestor.grants().isEmpty()) {
            return List.of();
        }
        CommitmentFilter filter = CommitmentFilter.ofProgramme(programme.id());
        return commitments
                .page(asInvestor, filter, CommitmentSort.DEFAULT, Optional.empty(), OWN_SHOWN)
                .rows();
    }
}
