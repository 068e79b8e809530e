package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Pages;
import tranche.portal.listing.page.TableFile;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** The list of projects as a file: all rows that match, in the order of the page. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ProjectsExport {

    /** Rows of one read. */
    private static final int PAGE = 500;

    /** A spreadsheet that people can still open; the API gives more, page by page. */
    private static final int MOST_ROWS = 100_000;

    private static final Table<ProjectRow> TABLE = new Table<>(
            "projects",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.text("name", row -> Optional.of(row.name())),
                    Column.code("kind", ProjectRow::kind),
                    Column.text("region", row -> Optional.of(row.region())),
                    Column.text("country", row -> Optional.of(row.country())),
                    Column.code("standing", ProjectRow::standing),
                    Column.text("nextMilestone", row -> row.next().map(ProjectRow.Next::name)),
                    Column.text(
                            "nextMilestoneState",
                            row -> row.next().map(next -> next.state().name())),
                    Column.date("nextBaselineDate", row -> row.next().map(ProjectRow.Next::baseline)),
                    Column.date("nextForecastDate", row -> row.next().map(ProjectRow.Next::day)),
                    Column.whole("slipDays", row -> row.slip().map(Integer::longValue)),
                    Column.whole("milestones", row -> Optional.of(row.milestones())),
                    Column.whole("verified", row -> Optional.of(row.achieved())),
                    Column.whole("claimed", ProjectRow::claimed),
                    Column.flag("unverified", row -> Optional.of(row.unverified())),
                    Column.flag("sample", row -> Optional.of(row.sample()))));

    private final ProjectList projects;
    private final Pages pages;

    ProjectsExport(ProjectList projects, Pages pages) {
        this.projects = projects;
        this.pages = pages;
    }

    @Get("/projects.csv")
    public HttpResponse<byte[]> csv(HttpRequest<?> request, Visitor visitor) {
        return TableFile.csv("projects", TABLE, rows(request, visitor));
    }

    @Get("/projects.xlsx")
    public HttpResponse<byte[]> xlsx(HttpRequest<?> request, Visitor visitor) {
        return TableFile.xlsx(
                "projects",
                TABLE,
                rows(request, visitor),
                ProjectQueryText.of(request).parts(),
                pages.words(visitor.reader()));
    }

    private List<ProjectRow> rows(HttpRequest<?> request, Visitor visitor) {
        ProjectQueryText query = ProjectQueryText.of(request);
        List<ProjectRow> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ProjectList.Page page = projects.page(visitor.access(), query.filter(), query.sort(), after, PAGE);
            rows.addAll(page.rows());
            after = page.next();
        } while (after.isPresent() && rows.size() < MOST_ROWS);
        return rows;
    }
}
