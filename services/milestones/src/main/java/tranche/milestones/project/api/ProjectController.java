package tranche.milestones.project.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Recorded;
import tranche.milestones.Milestones;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.programme.store.ProgrammeViews;
import tranche.milestones.project.ProjectCommands;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectCommand;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectEvent;
import tranche.milestones.project.domain.ProjectFile;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.milestones.project.store.ProjectViews;
import tranche.values.actor.Role;
import tranche.values.country.Country;
import tranche.values.register.AsOf;
import tranche.values.register.ForeignIdentity;
import tranche.web.access.Caller;
import tranche.web.asof.AsOfQuery;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.ids.Ids;

/** Projects over HTTP. */
@Controller("/api/v1/projects")
final class ProjectController {

    /** Characters of a region's name. */
    private static final int MOST_REGION = 100;

    private final ProjectCommands projects;
    private final ProjectViews views;
    private final ProgrammeViews programmes;
    private final Commands commands;
    private final Ids ids;

    ProjectController(
            ProjectCommands projects, ProjectViews views, ProgrammeViews programmes, Commands commands, Ids ids) {
        this.projects = projects;
        this.views = views;
        this.programmes = programmes;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> register(Write write, Caller caller) {
        Body body = write.body();
        UUID programme = body.reference("programmeId", id -> programmes.isThere(caller.access(), id));
        String name = body.text("name", Fields.NAME);
        ProjectKind kind = body.oneOf("kind", ProjectKind.class);
        String region = body.text("region", MOST_REGION);
        String country = body.country("country");
        Optional<Location> location = location(body);
        var zone = body.optionalZone("zone");
        var startDate = body.optionalDate("startDate");
        boolean unverified = body.optionalFlag("unverified").orElse(false);
        Optional<String> sourceNote = body.optionalParagraphs("sourceNote", Fields.FREE_TEXT);
        Optional<ForeignIdentity> foreign = Fields.foreign(body);
        var effectiveDate = body.optionalDate("effectiveDate");
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        var command = new ProjectCommand.Register(
                new ProjectId(ids.next()),
                new ProgrammeId(programme),
                new ProjectContent(
                        name, kind, region, new Country(country), location, zone, startDate, unverified, sourceNote),
                foreign,
                effectiveDate,
                caller.actor());
        return commands.run(
                write,
                caller,
                projects.writer()::submit,
                command.id().value(),
                Set.of(),
                command,
                (after, events) -> made(after, events, command));
    }

    private static Answer made(
            ProjectFile after, List<Recorded<ProjectFile, ProjectEvent>> events, ProjectCommand.Register command) {
        if (events.isEmpty()) {
            Project known = Objects.requireNonNull(
                            after.known().get(command.foreign().orElseThrow()))
                    .object();
            return Answers.known(
                    Milestones.NAME, known.id().value(), known.version().number(), ProjectAnswers.json(known));
        }
        Project project = after.project().orElseThrow();
        return Answers.created(
                "/api/v1/projects/" + project.id(), project.version().number(), ProjectAnswers.json(project));
    }

    /** Both degrees or none. */
    private static Optional<Location> location(Body body) {
        Optional<BigDecimal> latitude =
                body.optionalNumber("latitude", Location.MOST_LATITUDE.negate(), Location.MOST_LATITUDE);
        Optional<BigDecimal> longitude =
                body.optionalNumber("longitude", Location.MOST_LONGITUDE.negate(), Location.MOST_LONGITUDE);
        if (body.isGiven("latitude") && !body.isGiven("longitude")) {
            body.find("longitude", "required");
        }
        if (body.isGiven("longitude") && !body.isGiven("latitude")) {
            body.find("latitude", "required");
        }
        return latitude.flatMap(north -> longitude.map(east -> new Location(north, east)));
    }

    @Patch("/{id}")
    HttpResponse<byte[]> change(Write write, Caller caller, String id) {
        ProjectId project = new ProjectId(Fields.pathId(id));
        Body body = write.body();
        var changes = new ProjectCommand.Changes(
                body.optionalText("name", Fields.NAME),
                body.optionalOneOf("kind", ProjectKind.class),
                body.optionalText("region", MOST_REGION),
                body.optionalCountry("country").map(Country::new),
                location(body),
                body.optionalZone("zone"),
                body.optionalDate("startDate"),
                body.optionalFlag("unverified"),
                body.optionalParagraphs("sourceNote", Fields.FREE_TEXT));
        var command = new ProjectCommand.Change(
                project, changes, body.optionalDate("effectiveDate"), caller.actor(), write.ifMatch());
        threshold(write, caller, project, Project.Step.CHANGE).check(body);
        return run(write, caller, command);
    }

    @Post("/{id}/stop")
    HttpResponse<byte[]> stop(Write write, Caller caller, String id) {
        ProjectId project = new ProjectId(Fields.pathId(id));
        Body body = write.body();
        var command = new ProjectCommand.Stop(
                project,
                body.paragraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, project, Project.Step.STOP).check(body);
        return run(write, caller, command);
    }

    private Threshold threshold(Write write, Caller caller, ProjectId id, Project.Step step) {
        return new Threshold(() -> ProjectFile.gate(
                views.one(caller.access(), id.value(), AsOf.NOW), step, caller.actor(), write.ifMatch()));
    }

    private HttpResponse<byte[]> run(Write write, Caller caller, ProjectCommand command) {
        UUID id = command.id().value();
        return commands.run(write, caller, projects.writer()::submit, id, Set.of(), command, (after, _) -> {
            Project project = after.project().orElseThrow();
            return Answers.ok(project.version().number(), ProjectAnswers.json(project));
        });
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Project project = views.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(project.version().number(), ProjectAnswers.json(project));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new ProjectViews.Filter(
                query.uuid("programmeId"),
                country(query),
                query.text("region"),
                query.oneOf("kind", ProjectKind.class));
        query.check();
        var page = query.page(
                views.list(caller.access(), filter, after, limit),
                limit,
                project -> List.of(project.id().toString()));
        return Lists.answer(request, page, ProjectAnswers::json, ProjectAnswers.TABLE);
    }

    private static Optional<Country> country(ListQuery query) {
        Optional<String> code = query.text("country");
        Optional<Country> country = code.filter(Country::isKnown).map(Country::new);
        if (code.isPresent() && country.isEmpty()) {
            query.find("country", "unknown-country", Map.of());
        }
        return country;
    }
}
