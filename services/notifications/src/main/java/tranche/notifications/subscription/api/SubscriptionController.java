package tranche.notifications.subscription.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.subscription.SubscriptionCommands;
import tranche.notifications.subscription.domain.Subscription;
import tranche.notifications.subscription.domain.SubscriptionBook;
import tranche.notifications.subscription.domain.SubscriptionCommand;
import tranche.notifications.subscription.domain.SubscriptionState;
import tranche.notifications.subscription.store.SubscriptionViews;
import tranche.web.access.Caller;
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

/** The caller's own subscriptions over HTTP. */
@Controller("/api/v1/subscriptions")
final class SubscriptionController {

    /** How a caller names himself. */
    private static final String ME = "me";

    private final SubscriptionCommands subscriptions;
    private final SubscriptionViews views;
    private final Commands commands;
    private final Ids ids;

    SubscriptionController(SubscriptionCommands subscriptions, SubscriptionViews views, Commands commands, Ids ids) {
        this.subscriptions = subscriptions;
        this.views = views;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> subscribe(Write write, Caller caller) {
        UUID recipient = caller.actor().account();
        Body body = write.body();
        UUID named = body.parsed(
                "recipientId",
                "not-a-uuid",
                text -> text.equals(ME) ? Optional.of(recipient) : Fields.id(text),
                recipient);
        if (!named.equals(recipient)) {
            body.unknownReference("recipientId");
        }
        var command = new SubscriptionCommand.Subscribe(ids.next(), SubscriptionFields.content(body), caller.access());
        body.check();
        return commands.run(write, caller, subscriptions.writer()::submit, recipient, Set.of(), command, (after, _) -> {
            Subscription made = after.subscription(command.id());
            return Answers.created(
                    "/api/v1/subscriptions/" + made.id(), made.version().number(), SubscriptionAnswers.json(made));
        });
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> before = query.afterId();
        Optional<SubscriptionState> state = query.oneOf("state", SubscriptionState.class);
        query.check();
        var page = query.page(
                views.list(caller.actor().account(), state, before, limit),
                limit,
                subscription -> List.of(subscription.id().toString()));
        return Lists.answer(request, page, SubscriptionAnswers::json, SubscriptionAnswers.TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(Caller caller, String id) {
        Subscription subscription =
                views.one(caller.actor().account(), Fields.pathId(id)).orElseThrow(Problem::notFound);
        return Answers.read(subscription.version().number(), SubscriptionAnswers.json(subscription));
    }

    @Post("/{id}/pause")
    HttpResponse<byte[]> pause(Write write, Caller caller, String id) {
        return run(write, caller, id, Subscription.Step.PAUSE);
    }

    @Post("/{id}/resume")
    HttpResponse<byte[]> resume(Write write, Caller caller, String id) {
        return run(write, caller, id, Subscription.Step.RESUME);
    }

    @Delete("/{id}")
    HttpResponse<byte[]> unsubscribe(Write write, Caller caller, String id) {
        return run(write, caller, id, Subscription.Step.UNSUBSCRIBE);
    }

    private SubscriptionBook book(UUID recipient, UUID id) {
        return new SubscriptionBook(
                recipient, views.one(recipient, id).map(one -> Map.of(id, one)).orElse(Map.of()), Set.of());
    }

    private HttpResponse<byte[]> run(Write write, Caller caller, String id, Subscription.Step step) {
        UUID recipient = caller.actor().account();
        var command = new SubscriptionCommand.Move(Fields.pathId(id), step, write.ifMatch());
        new Threshold(() -> book(recipient, command.id()).gate(command)).check(write.optionalBody());
        return commands.run(write, caller, subscriptions.writer()::submit, recipient, Set.of(), command, (after, _) -> {
            Subscription subscription = after.subscription(command.id());
            return Answers.ok(subscription.version().number(), SubscriptionAnswers.json(subscription));
        });
    }
}
