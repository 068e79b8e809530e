package tranche.notifications.alert.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.alert.AlertCommands;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.domain.AlertCommand;
import tranche.notifications.alert.domain.AlertState;
import tranche.notifications.alert.domain.Inbox;
import tranche.notifications.alert.store.AlertViews;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.paging.Page;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;

/** The caller's own alerts over HTTP. */
@Controller("/api/v1/alerts")
final class AlertController {

    /** So many, or more: nobody tells these numbers apart. */
    private static final int MOST_COUNTED = 100;

    private final AlertCommands alerts;
    private final AlertViews views;
    private final AlertAnswers answers;
    private final Commands commands;

    AlertController(AlertCommands alerts, AlertViews views, AlertAnswers answers, Commands commands) {
        this.alerts = alerts;
        this.views = views;
        this.answers = answers;
        this.commands = commands;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<Long> before = query.afterCount();
        boolean open = query.flag("open");
        Optional<AlertState> state = query.oneOf("state", AlertState.class);
        query.check();
        Page<Alert> page = query.page(
                views.list(caller.actor().account(), open, state, before, limit),
                limit,
                alert -> List.of(Long.toString(alert.number())));
        return Lists.answer(
                request,
                new Page<>(
                        open
                                ? answers.open(page.items(), caller.language())
                                : answers.listed(page.items(), caller.language()),
                        page.next()),
                AlertAnswers.Listed::json,
                AlertAnswers.TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Caller caller, String id) {
        ListQuery.of(request).check();
        Alert alert = views.one(caller.actor().account(), Fields.pathId(id)).orElseThrow(Problem::notFound);
        return Answers.read(alert.version(), answers.whole(alert, caller.language()));
    }

    /** What a person has yet to read is counted, not listed: it stands beside a name on every page. */
    @Get("/unread")
    HttpResponse<byte[]> unread(HttpRequest<?> request, Caller caller) {
        ListQuery.of(request).check();
        return Answers.read(
                JsonObject.empty().put("count", views.unread(caller.actor().account(), MOST_COUNTED)));
    }

    @Post("/{id}/read")
    HttpResponse<byte[]> read(Write write, Caller caller, String id) {
        return run(write, caller, new AlertCommand.One(Fields.pathId(id), Alert.Step.READ, write.ifMatch()));
    }

    @Post("/{id}/read-up-to")
    HttpResponse<byte[]> readUpTo(Write write, Caller caller, String id) {
        return run(write, caller, new AlertCommand.ReadUpTo(Fields.pathId(id), write.ifMatch()));
    }

    @Post("/{id}/acknowledgement")
    HttpResponse<byte[]> acknowledge(Write write, Caller caller, String id) {
        return run(write, caller, new AlertCommand.One(Fields.pathId(id), Alert.Step.ACKNOWLEDGE, write.ifMatch()));
    }

    private Inbox inbox(UUID recipient, UUID id) {
        return new Inbox(
                views.one(recipient, id).map(alert -> Map.of(id, alert)).orElse(Map.of()));
    }

    private HttpResponse<byte[]> run(Write write, Caller caller, AlertCommand command) {
        UUID recipient = caller.actor().account();
        new Threshold(() -> inbox(recipient, command.alert()).gate(command)).check(write.optionalBody());
        return commands.run(write, caller, alerts.writer()::submit, recipient, Set.of(), command, (after, _) -> {
            Alert alert = after.alert(command.alert());
            return Answers.ok(alert.version(), answers.json(alert, caller.language()));
        });
    }
}
