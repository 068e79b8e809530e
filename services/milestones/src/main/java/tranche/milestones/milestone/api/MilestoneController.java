package tranche.milestones.milestone.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.flow.writer.Answer;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneContent;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneKind;
import tranche.milestones.milestone.domain.MilestoneState;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.domain.Work;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.store.ProjectViews;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Role;
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

/** Milestones over HTTP: how they are planned and moved in the plan, and how they are read. */
@Controller("/api/v1/milestones")
final class MilestoneController {

    private final MilestoneCommands milestones;
    private final MilestoneViews views;
    private final ProjectViews projects;
    private final ShownMilestones shown;
    private final Thresholds thresholds;
    private final Commands commands;
    private final Ids ids;

    MilestoneController(
            MilestoneCommands milestones,
            MilestoneViews views,
            ProjectViews projects,
            ShownMilestones shown,
            Thresholds thresholds,
            Commands commands,
            Ids ids) {
        this.milestones = milestones;
        this.views = views;
        this.projects = projects;
        this.shown = shown;
        this.thresholds = thresholds;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> plan(Write write, Caller caller) {
        Body body = write.body();
        UUID project = body.reference(
                "projectId", id -> projects.one(caller.access(), id, AsOf.NOW).isPresent());
        var command = new MilestoneCommand.Plan(
                new MilestoneId(ids.next()),
                new MilestoneContent(
                        body.text("name", Fields.NAME),
                        body.oneOf("kind", MilestoneKind.class),
                        body.eachOneOf("requiredEvidence", 0, EvidenceKind.values().length, EvidenceKind.class),
                        body.optionalWhole("quorum", 1, MilestoneContent.MOST_QUORUM)
                                .orElse(1),
                        body.optionalParagraphs("sourceNote", Fields.FREE_TEXT)),
                body.date("baselineDate"),
                new Work(
                        body.optionalWhole("durationDays", 0, Work.LONGEST_DAYS).orElse(0),
                        predecessors(body),
                        body.optionalDate("notBefore")),
                Fields.foreign(body),
                body.optionalDate("effectiveDate"),
                caller.actor());
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        Function<Site, Shown> made = shown.after(caller.access(), command.id());
        return commands.run(
                write,
                caller,
                milestones.writer()::submit,
                project,
                Set.of(),
                command,
                (after, events) -> events.isEmpty()
                        ? known(caller, after, command.foreign().orElseThrow())
                        : made(made.apply(after)));
    }

    private static List<Link<MilestoneId>> predecessors(Body body) {
        return body.objects("predecessors", 0, Work.MOST_PREDECESSORS).stream()
                .map(link -> new Link<>(
                        new MilestoneId(link.uuid("milestoneId")),
                        link.optionalWhole("lagDays", -Work.LONGEST_DAYS, Work.LONGEST_DAYS)
                                .orElse(0)))
                .toList();
    }

    private static Answer made(Shown made) {
        Milestone milestone = made.milestone();
        return Answers.created(
                "/api/v1/milestones/" + milestone.id(), milestone.version().number(), MilestoneAnswers.json(made));
    }

    /** The object that the same request made before: its row cannot have changed between load and answer. */
    private Answer known(Caller caller, Site after, ForeignIdentity foreign) {
        UUID id = Objects.requireNonNull(after.known().get(foreign)).id();
        return shown.one(caller.access(), id, AsOf.NOW)
                .map(MilestoneAnswers::moved)
                .orElseThrow(Problem::notFound);
    }

    /** How it hangs on the plan. Any other project of the programme may close a circle with it, so none changes meanwhile. */
    @Patch("/{id}")
    HttpResponse<byte[]> changePlan(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        var changes = new Work.Changes(
                body.optionalWhole("durationDays", 0, Work.LONGEST_DAYS),
                body.isGiven("predecessors") ? Optional.of(predecessors(body)) : Optional.empty(),
                notBefore(body));
        var command = new MilestoneCommand.ChangePlan(
                new MilestoneId(milestone),
                changes,
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        thresholds.of(write, caller, milestone, Step.CHANGE_PLAN).check(body);
        ProjectId project = views.projectOf(milestone).orElseThrow(Problem::notFound);
        Function<Site, Shown> moved = shown.after(caller.access(), command.id());
        return commands.run(
                write,
                caller,
                milestones.writer()::submit,
                project.value(),
                changes.predecessors().isPresent() ? views.projectsBeside(project) : Set.of(),
                command,
                (after, _) -> MilestoneAnswers.moved(moved.apply(after)));
    }

    /** Named as null, there shall be no such day. */
    private static Optional<Work.Changes.NotBefore> notBefore(Body body) {
        boolean named = body.has("notBefore");
        Optional<LocalDate> day = body.optionalDate("notBefore");
        return named ? Optional.of(new Work.Changes.NotBefore(day)) : Optional.empty();
    }

    @Post("/{id}/reschedule")
    HttpResponse<byte[]> reschedule(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        var command = new MilestoneCommand.Reschedule(
                new MilestoneId(milestone),
                body.date("forecastDate"),
                body.paragraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        thresholds.of(write, caller, milestone, Step.RESCHEDULE).check(body);
        Function<Site, Shown> moved = shown.after(caller.access(), command.id());
        return commands.run(
                write,
                caller,
                milestones.writer()::submit,
                views.projectOf(milestone).orElseThrow(Problem::notFound).value(),
                Set.of(),
                command,
                (after, _) -> MilestoneAnswers.moved(moved.apply(after)));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Shown found = shown.one(caller.access(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(found.milestone().version().number(), MilestoneAnswers.json(found));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        var filter = new MilestoneViews.Filter(
                query.uuid("projectId"),
                query.uuid("programmeId"),
                query.oneOf("kind", MilestoneKind.class),
                query.oneOf("state", MilestoneState.class));
        AsOf asOf = query.asOf();
        query.check();
        var page = query.page(
                shown.list(caller.access(), filter, asOf, after, limit),
                limit,
                one -> List.of(one.milestone().id().toString()));
        return Lists.answer(request, page, MilestoneAnswers::json, MilestoneAnswers.TABLE);
    }
}
