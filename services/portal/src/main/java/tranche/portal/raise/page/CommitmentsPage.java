package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentTotals;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;

/** The list of commitments: filtered, sorted and paged by its address. */
@Controller(ListQueryText.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CommitmentsPage {

    /** A page of the list. */
    private static final int ROWS = 50;

    private final CommitmentList commitments;
    private final Raises raise;
    private final Feed feed;
    private final OwnWrites ownWrites;
    private final Pages pages;

    CommitmentsPage(CommitmentList commitments, Raises raise, Feed feed, OwnWrites ownWrites, Pages pages) {
        this.commitments = commitments;
        this.raise = raise;
        this.feed = feed;
        this.ownWrites = ownWrites;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        ListQueryText query = ListQueryText.of(request);
        var access = visitor.access();
        // Before anything is read: what changes meanwhile is told once more rather than never.
        long place = feed.lastPlace(access);
        CommitmentList.Page page;
        try {
            page = commitments.page(access, query.filter(), query.sort(), query.after(), ROWS);
        } catch (IllegalArgumentException anotherList) {
            query = query.withoutPlace();
            page = commitments.page(access, query.filter(), query.sort(), Optional.empty(), ROWS);
        }
        CommitmentTotals totals = commitments.totals(access, query.filter());
        var frame = pages.frame(request, visitor, MenuEntry.COMMITMENTS);
        MoneyWords money = MoneyWords.of(
                visitor.locale(),
                totals.byCurrency().stream().map(sum -> sum.amount().currency()).toList());
        Words words = Words.of(visitor.reader(), money, frame.words().now());
        boolean sample = !page.rows().isEmpty() && page.rows().stream().allMatch(row -> row.sample());
        CommitmentsModel model = new CommitmentTable(
                        query,
                        page,
                        totals,
                        raise.programmes(access),
                        commitments.funds(access, query.filter().programme()),
                        MenuEntry.COMMITMENTS.isFor(visitor))
                .model(frame.with(words).marked(sample).following("/live?topics=commitments&after=" + place), words);
        return pages.page(request, "raise/commitments.jte", model);
    }
}
