package tranche.notifications.delivery;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.delivery.domain.Deliveries;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.DeliveryCommand;
import tranche.notifications.delivery.domain.DeliveryEvent;
import tranche.notifications.delivery.domain.DeliveryState;
import tranche.notifications.delivery.store.DeliveryViews;
import tranche.notifications.delivery.store.DeliveryViews.Asked;
import tranche.notifications.delivery.store.DeliveryViews.Attempt;
import tranche.notifications.delivery.store.DeliveryViews.Seen;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.paging.Page;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;

/** Deliveries as they are asked for over HTTP, here and beside the targets of each channel. */
@Singleton
public final class DeliveryRequests {

    private static final Table<Seen> TABLE = new Table<>(
            "deliveries",
            List.of(
                    Column.id("id", row -> Optional.of(row.delivery().id())),
                    Column.id("alertId", row -> row.delivery().alert()),
                    Column.text("type", row -> row.type().map(AlertType::code)),
                    Column.id("recipientId", row -> Optional.of(row.delivery().recipient())),
                    Column.code("channel", row -> row.delivery().channel()),
                    Column.code("state", row -> row.delivery().state()),
                    Column.text("reason", row -> row.delivery().reason()),
                    Column.instant("nextAttemptAt", row -> row.delivery().dueAt()),
                    Column.instant(
                            "createdAt", row -> Optional.of(row.delivery().createdAt()))));

    private final DeliveryCommands deliveries;
    private final DeliveryViews views;
    private final NewDeliveries due;
    private final Commands commands;

    DeliveryRequests(DeliveryCommands deliveries, DeliveryViews views, NewDeliveries due, Commands commands) {
        this.deliveries = deliveries;
        this.views = views;
        this.due = due;
        this.commands = commands;
    }

    /** A page of what goes to a target of the caller's own. */
    public HttpResponse<byte[]> ofTarget(HttpRequest<?> request, Caller caller, UUID target) {
        ListQuery query = ListQuery.of(request);
        return page(
                request,
                query,
                state ->
                        new Asked(Optional.of(caller.actor().account()), Optional.of(target), Optional.empty(), state));
    }

    /** A page of the caller's own or, for whoever audits the deployment, of everybody's. */
    public HttpResponse<byte[]> ofRecipient(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        Optional<UUID> recipient = query.uuid("recipientId");
        boolean audits = caller.access().holds(Role.AUDITOR, Scope.DEPLOYMENT);
        Optional<UUID> visible =
                audits ? Optional.empty() : Optional.of(caller.actor().account());
        return page(request, query, state -> new Asked(visible, Optional.empty(), recipient, state));
    }

    /** What is asked for, once the state that it asks for is read. */
    @FunctionalInterface
    private interface Question {
        Asked of(Optional<DeliveryState> state);
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, ListQuery query, Question question) {
        int limit = query.limit();
        Optional<Long> before = query.afterCount();
        Optional<DeliveryState> state = query.oneOf("state", DeliveryState.class);
        query.check();
        Page<Seen> page = query.page(
                views.list(question.of(state), before, limit), limit, seen -> List.of(Long.toString(seen.number())));
        return Lists.answer(request, page, DeliveryRequests::json, TABLE);
    }

    /**
     * Has a delivery of the caller's own sent again.
     *
     * @param target through which it is asked for; empty where it is asked for by itself
     */
    public HttpResponse<byte[]> replay(Write write, Caller caller, Optional<UUID> target, UUID id) {
        UUID recipient = caller.actor().account();
        DeliveryCommand.Replay replay = new DeliveryCommand.Replay(id, target, write.ifMatch());
        new Threshold(() -> gate(recipient, replay)).check(write.optionalBody());
        Optional<Seen> before = views.one(recipient, id);
        Optional<AlertType> type = before.flatMap(Seen::type);
        List<Attempt> attempts = before.map(Seen::attempts).orElse(List.of());
        HttpResponse<byte[]> answer =
                commands.run(write, caller, deliveries.writer()::submit, recipient, Set.of(), replay, (after, _) -> {
                    Delivery delivery = after.one(id);
                    return Answers.ok(delivery.version(), json(new Seen(delivery, 0, type, attempts)));
                });
        due.committed();
        return answer;
    }

    private Optional<Decision<DeliveryEvent>> gate(UUID recipient, DeliveryCommand.Replay replay) {
        return new Deliveries(views.one(recipient, replay.delivery())
                        .map(seen -> Map.of(replay.delivery(), seen.delivery()))
                        .orElse(Map.of()))
                .gate(replay);
    }

    private static JsonObject json(Seen seen) {
        Delivery delivery = seen.delivery();
        return JsonObject.empty()
                .put("id", delivery.id())
                .put("alertId", delivery.alert())
                .put("type", seen.type().map(AlertType::code))
                .put("recipientId", delivery.recipient())
                .put("channel", delivery.channel())
                .put(
                        "endpointId",
                        delivery.channel() == Channel.WEBHOOK ? Optional.of(delivery.target()) : Optional.empty())
                .put("state", delivery.state())
                .put("allowed", delivery.state().isSettled() ? List.of("replay") : List.of())
                .put("reason", delivery.reason())
                .put("nextAttemptAt", delivery.state() == DeliveryState.PENDING ? delivery.dueAt() : Optional.empty())
                .put("createdAt", delivery.createdAt())
                .put(
                        "attempts",
                        seen.attempts().stream().map(DeliveryRequests::json).toList())
                .put("version", delivery.version());
    }

    private static JsonObject json(Attempt attempt) {
        OptionalInt status = attempt.status();
        return JsonObject.empty()
                .put("number", attempt.number())
                .put("at", attempt.startedAt())
                .put("durationMillis", attempt.durationMillis())
                .put("status", status.isPresent() ? Optional.of(status.getAsInt()) : Optional.empty())
                .put("error", attempt.reason());
    }
}
