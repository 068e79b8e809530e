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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.raise.domain.Programme;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** The overview of a programme: at {@code /overview} of the one that leads among those that the visitor may see. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class OverviewPage {

    private final OverviewReading reading;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;
    private final String origin;

    OverviewPage(
            OverviewReading reading,
            OwnWrites ownWrites,
            Pages pages,
            ProblemPages problems,
            @Value("${tranche.origin}") String origin) {
        this.reading = reading;
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
        return reading.programmes(visitor);
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
        Overview overview = reading.of(
                visitor,
                programme,
                programmes,
                new OverviewReading.Asked(programme.id(), all, Overview.CHANGES_SHOWN),
                plain.words().now());
        MoneyWords money = MoneyWords.of(visitor.locale(), overview.currencies());
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        Frame frame = plain.with(words)
                .titled(
                        programme.name(),
                        List.of(
                                Crumb.to(words.say("overview.programmes"), "/programmes"),
                                Crumb.here(programme.name())))
                .marked(programme.sample())
                .following("/live?topics=overview:" + programme.id() + (all ? ":all" : "") + "&after="
                        + overview.places().text() + "&seen=" + overview.mark());
        return pages.page(request, "cockpit/overview.jte", overview.model(frame, visitor));
    }
}
