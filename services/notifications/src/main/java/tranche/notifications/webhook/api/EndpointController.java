package tranche.notifications.webhook.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.notifications.delivery.DeliveryRequests;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.webhook.EndpointCommands;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointCommand;
import tranche.notifications.webhook.domain.EndpointEvent;
import tranche.notifications.webhook.domain.Endpoints;
import tranche.notifications.webhook.store.EndpointViews;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.paging.Page;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.http.OutsideCalls;
import tranche.world.ids.Ids;

/** The caller's own endpoints over HTTP. */
@Controller("/api/v1/webhook-endpoints")
final class EndpointController {

    private static final Map<String, String> TYPES = types();

    private final EndpointCommands endpoints;
    private final EndpointViews views;
    private final EndpointAnswers answers;
    private final DeliveryRequests deliveries;
    private final NewDeliveries due;
    private final OutsideCalls calls;
    private final Commands commands;
    private final Ids ids;

    EndpointController(
            EndpointCommands endpoints,
            EndpointViews views,
            EndpointAnswers answers,
            DeliveryRequests deliveries,
            NewDeliveries due,
            OutsideCalls calls,
            Commands commands,
            Ids ids) {
        this.endpoints = endpoints;
        this.views = views;
        this.answers = answers;
        this.deliveries = deliveries;
        this.due = due;
        this.calls = calls;
        this.commands = commands;
        this.ids = ids;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(Endpoint.EVERY_TYPE, Endpoint.EVERY_TYPE);
        Stream.of(AlertType.values()).map(AlertType::code).forEach(code -> types.put(code, code));
        return Map.copyOf(types);
    }

    @Post
    HttpResponse<byte[]> create(Write write, Caller caller) {
        Body body = write.body();
        URI url = TargetUrl.read(body, calls::allowsPrivate);
        List<String> types = body.eachOneOf("types", 1, TYPES.size(), TYPES).stream()
                .distinct()
                .toList();
        body.check();
        UUID owner = caller.actor().account();
        UUID id = ids.next();
        HttpResponse<byte[]> answer = commands.run(
                write,
                caller,
                endpoints.writer()::submit,
                owner,
                Set.of(),
                new EndpointCommand.Create(id, owner, url, types),
                (after, _) -> {
                    Endpoint made = after.one(id);
                    return Answers.created(
                            "/api/v1/webhook-endpoints/" + id, made.version().number(), EndpointAnswers.json(made));
                });
        due.committed();
        return answers.withSecret(answer);
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        Page<Endpoint> page = query.page(
                views.list(caller.actor().account(), after, limit),
                limit,
                endpoint -> List.of(endpoint.id().toString()));
        return Lists.answer(request, page, EndpointAnswers::json, EndpointAnswers.TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Caller caller, String id) {
        ListQuery.of(request).check();
        Endpoint endpoint = own(caller, id);
        return Answers.read(endpoint.version().number(), EndpointAnswers.json(endpoint));
    }

    @Post("/{id}/secret-rotation")
    HttpResponse<byte[]> rotate(Write write, Caller caller, String id) {
        return answers.withSecret(ask(write, caller, id, Endpoint.Step.ROTATE));
    }

    @Post("/{id}/test")
    HttpResponse<byte[]> test(Write write, Caller caller, String id) {
        HttpResponse<byte[]> answer = ask(write, caller, id, Endpoint.Step.TEST);
        due.committed();
        return answer;
    }

    /** The endpoint as it was, with the state that it has now. */
    @Delete("/{id}")
    HttpResponse<byte[]> delete(Write write, Caller caller, String id) {
        HttpResponse<byte[]> answer = ask(write, caller, id, Endpoint.Step.DELETE);
        due.committed();
        return answer;
    }

    @Get(
            value = "/{id}/deliveries",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> deliveries(HttpRequest<?> request, Caller caller, String id) {
        return deliveries.ofTarget(request, caller, own(caller, id).id());
    }

    @Post("/{id}/deliveries/{deliveryId}/replay")
    HttpResponse<byte[]> replay(Write write, Caller caller, String id, String deliveryId) {
        return deliveries.replay(write, caller, Optional.of(own(caller, id).id()), Fields.pathId(deliveryId));
    }

    private Endpoint own(Caller caller, String id) {
        return views.one(caller.actor().account(), Fields.pathId(id)).orElseThrow(Problem::notFound);
    }

    private HttpResponse<byte[]> ask(Write write, Caller caller, String id, Endpoint.Step step) {
        UUID owner = caller.actor().account();
        EndpointCommand.Ask ask = new EndpointCommand.Ask(Fields.pathId(id), step, write.ifMatch());
        new Threshold(() -> gate(owner, ask)).check(write.optionalBody());
        return commands.run(write, caller, endpoints.writer()::submit, owner, Set.of(), ask, (after, _) -> {
            Endpoint endpoint = after.one(ask.endpoint());
            return Answers.ok(endpoint.version().number(), EndpointAnswers.json(endpoint));
        });
    }

    private Optional<Decision<EndpointEvent>> gate(UUID owner, EndpointCommand.Ask ask) {
        Map<UUID, Endpoint> found = views.one(owner, ask.endpoint())
                .map(endpoint -> Map.of(endpoint.id(), endpoint))
                .orElse(Map.of());
        return new Endpoints(found, found.size()).gate(ask);
    }
}
