package tranche.portal.timeline.page;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.portal.timeline.domain.Project;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.ProjectDetail.Linked;

/**
 * A project's plan as a graph. What hangs on what is kept here; floats and the critical path are asked of the service, in the
 * name of whoever reads, because they are of today. Where it has no answer the graph stands without them.
 */
@Controller(ProjectQueryText.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GraphPage {

    private final ProjectDetail detail;
    private final PlanSteps steps;
    private final Pages pages;
    private final ProblemPages problems;

    GraphPage(ProjectDetail detail, PlanSteps steps, Pages pages, ProblemPages problems) {
        this.detail = detail;
        this.steps = steps;
        this.pages = pages;
        this.problems = problems;
    }

    @Get(value = "/{id}/graph", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        Optional<Project> found = detail.of(visitor.access(), id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Project project = found.get();
        Optional<List<PlanStep>> plan = steps.of(visitor, id);
        List<Outline> outlines = detail.outline(visitor.access(), id);
        Frame plain = pages.frame(request, visitor, MenuEntry.PROJECTS);
        String name = project.row().name();
        String address = ProjectQueryText.PATH + "/" + id;
        Frame frame = plain.titled(
                        plain.words().say("project.graph.of", "project", name),
                        List.of(
                                Crumb.to(plain.words().say("frame.entry.projects"), ProjectQueryText.PATH),
                                Crumb.to(name, address),
                                Crumb.here(plain.words().say("project.graph"))))
                .marked(project.row().sample());
        return pages.page(
                request,
                "timeline/graph.jte",
                new GraphModel(
                        frame,
                        name,
                        address,
                        PlanGraph.of(outlines, plan.orElse(List.of()), others(visitor, outlines), plain.words()),
                        plan.isPresent()));
    }

    /** What comes right before some of them and belongs to another project. */
    private List<Linked> others(Visitor visitor, List<Outline> outlines) {
        Set<UUID> own = outlines.stream().map(Outline::id).collect(Collectors.toSet());
        List<UUID> others = outlines.stream()
                .flatMap(one -> one.predecessors().stream())
                .filter(id -> !own.contains(id))
                .distinct()
                .toList();
        return others.isEmpty() ? List.of() : detail.linked(visitor.access(), others);
    }
}
