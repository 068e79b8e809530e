package tranche.commitments.programme.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.programme.ProgrammeCommands;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeCommand;
import tranche.commitments.programme.domain.ProgrammeContent;
import tranche.commitments.programme.domain.ProgrammeEvent;
import tranche.commitments.programme.domain.ProgrammeFile;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.store.ProgrammeViews;
import tranche.commitments.register.api.Fields;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Recorded;
import tranche.web.access.Caller;
import tranche.web.asof.AsOf;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.world.ids.Ids;

/** Programmes over HTTP. */
@Controller("/api/v1/programmes")
final class ProgrammeController {

    private final ProgrammeCommands programmes;
    private final ProgrammeViews views;
    private final Commands commands;
    private final Ids ids;

    ProgrammeController(ProgrammeCommands programmes, ProgrammeViews views, Commands commands, Ids ids) {
        this.programmes = programmes;
        this.views = views;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> create(Write write, Caller caller) {
        Body body = write.body();
        var content = new ProgrammeContent(
                body.text("name", Fields.NAME),
                body.currency("headlineCurrency"),
                body.optionalMoney("target"),
                body.optionalParagraphs("targetSource", Fields.FREE_TEXT),
                body.optionalDate("targetDate"),
                body.optionalFlag("sample").orElse(false),
                body.optionalZone("zone").orElse(ZoneId.of("UTC")));
        var command = new ProgrammeCommand.Create(
                new ProgrammeId(ids.next()),
                content,
                Fields.foreign(body),
                body.optionalDate("effectiveDate"),
                caller.actor());
        body.check();
        return commands.run(
                write,
                caller,
                programmes.writer()::submit,
                command.id().value(),
                Set.of(),
                command,
                (after, events) -> made(after, events, command));
    }

    private static Answer made(
            ProgrammeFile after,
            List<Recorded<ProgrammeFile, ProgrammeEvent>> events,
            ProgrammeCommand.Create command) {
        if (events.isEmpty()) {
            Programme known = Objects.requireNonNull(
                            after.known().get(command.foreign().orElseThrow()))
                    .object();
            return Answers.ok(known.version().number(), json(known));
        }
        Programme programme = after.programme().orElseThrow();
        return Answers.created(
                "/api/v1/programmes/" + programme.id(), programme.version().number(), json(programme));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOf.of(request);
        Programme programme = Fields.id(id)
                .flatMap(known -> views.one(caller.access(), known, asOf))
                .orElseThrow(Problem::notFound);
        return Answers.read(programme.version().number(), json(programme));
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        return Answers.read(query.page(
                        views.list(caller.access(), after, limit),
                        limit,
                        programme -> List.of(programme.id().toString()))
                .json(ProgrammeController::json));
    }

    static JsonObject json(Programme programme) {
        ProgrammeContent content = programme.content();
        return JsonObject.empty()
                .put("id", programme.id().value())
                .put("name", content.name())
                .put("state", Programme.STATE)
                .put("headlineCurrency", content.headlineCurrency())
                .put("target", content.target())
                .put("targetSource", content.targetSource())
                .put("targetDate", content.targetDate())
                .put("sample", content.sample())
                .put("zone", content.zone())
                .put("sourceSystem", programme.foreign().map(foreign -> foreign.sourceSystem()))
                .put("externalRef", programme.foreign().map(foreign -> foreign.externalRef()))
                .put("effectiveDate", programme.version().effectiveDate())
                .put("recordedAt", programme.version().recordedAt())
                .put("version", programme.version().number());
    }
}
