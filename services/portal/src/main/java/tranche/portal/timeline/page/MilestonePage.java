package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.session.domain.Visitor;

/** One milestone by itself. Its forms are those of the project's page, which answers them. */
@Controller("/milestones")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MilestonePage {

    private final MilestoneView view;
    private final OwnWrites ownWrites;

    MilestonePage(MilestoneView view, OwnWrites ownWrites) {
        this.view = view;
        this.ownWrites = ownWrites;
    }

    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        return view.show(request, visitor, id, HttpStatus.OK, Optional.empty());
    }
}
