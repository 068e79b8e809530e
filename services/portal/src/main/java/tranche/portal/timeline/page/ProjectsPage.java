package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;

/** The list of projects: filtered, sorted and paged by its address. */
@Controller(ProjectQueryText.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ProjectsPage {

    /** A page of the list. */
    private static final int ROWS = 50;

    private final ProjectList projects;
    private final Pages pages;

    ProjectsPage(ProjectList projects, Pages pages) {
        this.projects = projects;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> list(HttpRequest<?> request, Visitor visitor) {
        ProjectQueryText query = ProjectQueryText.of(request);
        var access = visitor.access();
        // Before anything is read: what changes meanwhile is told once more rather than never.
        long place = projects.lastPlace(access);
        ProjectList.Page page;
        try {
            page = projects.page(access, query.filter(), query.sort(), query.after(), ROWS);
        } catch (IllegalArgumentException anotherList) {
            query = query.withoutPlace();
            page = projects.page(access, query.filter(), query.sort(), Optional.empty(), ROWS);
        }
        var frame = pages.frame(request, visitor, MenuEntry.PROJECTS);
        boolean sample = !page.rows().isEmpty() && page.rows().stream().allMatch(ProjectRow::sample);
        ProjectsModel model = new ProjectTable(
                        query,
                        page,
                        projects.totals(access, query.filter()),
                        projects.programmes(access),
                        projects.countries(access),
                        MenuEntry.PROJECTS.isFor(visitor))
                .model(frame.marked(sample).following("/live?topics=projects&after=" + place), frame.words());
        return pages.page(request, "timeline/projects.jte", model);
    }
}
