package tranche.commitments.programme.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import tranche.flow.writer.Answer;
import tranche.flow.writer.Recorded;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.asof.AsOfQuery;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;
import tranche.world.ids.Ids;

/** Programmes over HTTP. */
@Controller("/api/v1/programmes")
final class ProgrammeController {

    /** The columns of a list that leaves as a file. */
    private static final Table<Programme> TABLE = new Table<>(
            "programmes",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.text("name", row -> Optional.of(row.content().name())),
                    Column.text(
                            "headlineCurrency",
                            row -> Optional.of(row.content().headlineCurrency().code())),
                    Column.amount("target", row -> row.content().target()),
                    Column.text("targetSource", row -> row.content().targetSource()),
                    Column.date("targetDate", row -> row.content().targetDate()),
                    Column.flag("sample", row -> Optional.of(row.content().sample())),
                    Column.text("zone", row -> Optional.of(row.content().zone().getId())),
                    Column.text("sourceSystem", row -> row.foreign().map(foreign -> foreign.sourceSystem())),
                    Column.text("externalRef", row -> row.foreign().map(foreign -> foreign.externalRef())),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

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
        Threshold.openTo(caller.access().holds(Role.FUND_MANAGER, Scope.DEPLOYMENT))
                .check(body);
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
            return Answers.known(
                    "commitments", known.id().value(), known.version().number(), json(known));
        }
        Programme programme = after.programme().orElseThrow();
        return Answers.created(
                "/api/v1/programmes/" + programme.id(), programme.version().number(), json(programme));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Programme programme = Fields.id(id)
                .flatMap(known -> views.one(caller.access(), known, asOf))
                .orElseThrow(Problem::notFound);
        return Answers.read(programme.version().number(), json(programme));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        var page = query.page(
                views.list(caller.access(), after, limit),
                limit,
                programme -> List.of(programme.id().toString()));
        return Lists.answer(request, page, ProgrammeController::json, TABLE);
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
