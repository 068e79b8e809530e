package tranche.milestones.milestone.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.milestones.milestone.EvidenceCommands;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.KeptEvidence;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneRefusal;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.store.EvidenceViews;
import tranche.milestones.milestone.store.EvidenceViews.Listed;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.store.ProjectViews;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.body.Form;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.file.Downloads;
import tranche.web.file.Uploads;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Lists;
import tranche.world.file.IncomingFile;
import tranche.world.ids.Ids;

/** Evidence over HTTP: submitted from the site, read by whoever reads all of the milestone. */
@Controller("/api/v1")
final class EvidenceController {

    private final EvidenceCommands evidence;
    private final EvidenceViews views;
    private final MilestoneViews milestones;
    private final ProjectViews projects;
    private final ShownMilestones shown;
    private final Thresholds thresholds;
    private final Uploads uploads;
    private final Ids ids;

    EvidenceController(
            EvidenceCommands evidence,
            EvidenceViews views,
            MilestoneViews milestones,
            ProjectViews projects,
            ShownMilestones shown,
            Thresholds thresholds,
            Uploads uploads,
            Ids ids) {
        this.evidence = evidence;
        this.views = views;
        this.milestones = milestones;
        this.projects = projects;
        this.shown = shown;
        this.thresholds = thresholds;
        this.uploads = uploads;
        this.ids = ids;
    }

    /** Nobody who may not submit it need send a file to its end. */
    @Post(value = "/milestones/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> submit(HttpRequest<?> request, Write write, Caller caller, String id) {
        Milestone milestone = seen(caller, Fields.pathId(id));
        if (!caller.access().holds(Step.SUBMIT_EVIDENCE.roles(), milestone.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return Commands.answer(
                uploads.take(request, write, (form, file) -> submit(form, file, write, caller, milestone)));
    }

    private Outcome submit(Form form, IncomingFile file, Write write, Caller caller, Milestone milestone) {
        Body body = form.body(Set.of());
        EvidenceKind kind = body.oneOf("kind", EvidenceKind.class);
        Optional<String> sha256 = body.optionalSha256("sha256");
        var submitted = new EvidenceCommands.Submitted(
                ids.next(),
                kind,
                Uploads.type(body, file),
                body.optionalText("name", Fields.NAME).or(form::fileName),
                body.optionalParagraphs("source", Fields.FREE_TEXT),
                body.optionalParsed("capturedAt", "not-an-instant", Forms::instant));
        var effectiveDate = body.optionalDate("effectiveDate");
        var threshold = thresholds.of(write, caller, milestone.id().value(), Step.SUBMIT_EVIDENCE);
        threshold.check(body);
        String received = file.seal().sha256();
        if (sha256.filter(said -> !said.equals(received)).isPresent()) {
            threshold.checkAlone(body);
            throw Problem.of(MilestoneRefusal.HASH_MISMATCH, Map.of("received", received));
        }
        Function<Site, Shown> taken = shown.after(caller.access(), milestone.id());
        return evidence.submit(
                milestone.project(),
                milestone.id(),
                file,
                submitted,
                new EvidenceCommands.Request(
                        caller.actor(),
                        write.ifMatch(),
                        effectiveDate,
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        (after, isElsewhere) -> answer(taken.apply(after), isElsewhere)));
    }

    private static Answer answer(Shown taken, boolean isElsewhere) {
        return Answers.ok(
                taken.milestone().version().number(),
                MilestoneAnswers.json(taken).put("warnings", isElsewhere ? List.of("evidence-reused") : List.of()));
    }

    private Milestone seen(Caller caller, UUID id) {
        return milestones.one(caller.access(), id, AsOf.NOW).orElseThrow(Problem::notFound);
    }

    /** All that was ever submitted for the milestone, for claims that came to nothing as well. */
    @Get(
            value = "/milestones/{id}/evidence",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller, String id) {
        Milestone milestone = seen(caller, Fields.pathId(id));
        if (!caller.access().holds(Project.READERS, milestone.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return list(
                request,
                (after, limit) -> views.list(caller.access(), milestone.id().value(), after, limit));
    }

    /** All that was ever submitted for the project's milestones. */
    @Get(
            value = "/projects/{id}/evidence",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> listOfProject(HttpRequest<?> request, Caller caller, String id) {
        Project project =
                projects.one(caller.access(), Fields.pathId(id), AsOf.NOW).orElseThrow(Problem::notFound);
        if (!caller.access().holds(Project.READERS, project.scope())) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        return list(
                request,
                (after, limit) -> views.ofProject(caller.access(), project.id().value(), after, limit));
    }

    /** Rows after one, at most one more than the limit. */
    @FunctionalInterface
    private interface Rows {
        List<Listed> after(Optional<UUID> last, int limit);
    }

    private static HttpResponse<byte[]> list(HttpRequest<?> request, Rows rows) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        var page = query.page(
                rows.after(after, limit),
                limit,
                listed -> List.of(listed.kept().evidence().id().toString()));
        return Lists.answer(request, page, EvidenceAnswers::json, EvidenceAnswers.TABLE);
    }

    @Get("/evidence/{sha256}")
    HttpResponse<StreamedFile> read(Caller caller, String sha256) {
        KeptEvidence kept = Forms.sha256(sha256)
                .flatMap(name -> views.file(caller.access(), name))
                .orElseThrow(Problem::notFound);
        return Downloads.answer(
                kept.evidence().sha256(),
                kept.name(),
                kept.type(),
                kept.evidence().size(),
                kept.submittedAt(),
                evidence.open(kept));
    }
}
