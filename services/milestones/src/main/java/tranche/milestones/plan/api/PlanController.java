package tranche.milestones.plan.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Duration;
import java.util.Optional;
import tranche.flow.Flow;
import tranche.flow.writer.Position;
import tranche.milestones.plan.store.PlanViews;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.store.ProjectViews;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.paging.ListQuery;
import tranche.web.position.PositionHeader;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Plans over HTTP: what the last run has given, for everybody who sees the project. */
@Controller("/api/v1")
final class PlanController {

    /** As long as any other read waits for what its caller has seen. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ProjectViews projects;
    private final PlanViews plans;
    private final Flow flow;

    PlanController(ProjectViews projects, PlanViews plans, Flow flow) {
        this.projects = projects;
        this.plans = plans;
        this.flow = flow;
    }

    @Get("/projects/{id}/plan")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) throws InterruptedException {
        ListQuery.of(request).check();
        Project project =
                projects.one(caller.access(), Fields.pathId(id), AsOf.NOW).orElseThrow(Problem::notFound);
        if (!caller.access().holds(Project.READERS, project.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        await(PositionHeader.of(request));
        return Answers.read(
                PlanAnswers.json(plans.date(project.id()), plans.positions(project.id()), plans.edges(project.id())));
    }

    /** A plan is not written by the command that moves it but by the run after it, so that run is waited for too. */
    private void await(Optional<Position> position) throws InterruptedException {
        if (position.isPresent() && !flow.awaitReactions(position.get(), LIMIT)) {
            throw Problem.later(RequestRefusal.POSITION_NOT_REACHED, Duration.ofSeconds(1));
        }
    }
}
