package tranche.notifications.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Sweep;
import tranche.flow.writer.Transaction;
import tranche.notifications.alert.AlertWords;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.store.AlertRows;
import tranche.notifications.delivery.Parcel;
import tranche.notifications.delivery.Sender;
import tranche.notifications.delivery.domain.Attempted;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.domain.Outcome;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.RaisedAlert;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointCommand;
import tranche.notifications.webhook.domain.EndpointEvent;
import tranche.notifications.webhook.domain.EndpointState;
import tranche.notifications.webhook.domain.Endpoints;
import tranche.notifications.webhook.domain.Report;
import tranche.notifications.webhook.store.EndpointRows;
import tranche.web.json.JsonObject;
import tranche.world.http.OutsideCalls;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/**
 * Alerts as requests of Standard Webhooks: the id is the delivery's over all its attempts, the body is what the recipient would
 * read of the alert in its language, the signature is made anew for each attempt. It goes on with the trace of the command that
 * began what it tells.
 */
@Singleton
public class WebhookSender implements Sender {

    /** All of an attempt: the contract's word to receivers. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int GONE = 410;

    private final EndpointCommands endpoints;
    private final WebhookSecrets secrets;
    private final OutsideCalls calls;
    private final Clock clock;
    private final Ids ids;

    WebhookSender(EndpointCommands endpoints, WebhookSecrets secrets, OutsideCalls calls, Clock clock, Ids ids) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.calls = calls;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public List<Target> targets(Connection connection, List<RaisedAlert> alerts) throws SQLException {
        return EndpointRows.targets(
                connection, alerts.stream().map(RaisedAlert::id).toList());
    }

    @Override
    public Map<UUID, String> contents(Connection connection, List<Delivery> deliveries, Instant now)
            throws SQLException {
        List<AlertRows.Asked> asked = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            delivery.alert().ifPresent(alert -> asked.add(new AlertRows.Asked(delivery.recipient(), alert, false)));
        }
        Map<UUID, JsonObject> alerts = new HashMap<>();
        AlertWords.of(connection, AlertRows.load(connection, asked), languages(connection, deliveries))
                .forEach(worded -> alerts.put(worded.alert().id(), body(worded.alert(), worded.json())));
        Map<UUID, String> contents = new HashMap<>();
        for (Delivery delivery : deliveries) {
            Optional.ofNullable(delivery.alert().map(alerts::get).orElseGet(() -> test(delivery)))
                    .ifPresent(body -> contents.put(delivery.id(), body.toString()));
        }
        return contents;
    }

    /** What the owners of the deliveries' endpoints are told in. */
    private static Map<UUID, Locale> languages(Connection connection, List<Delivery> deliveries) throws SQLException {
        Map<UUID, Locale> languages = new HashMap<>();
        RecipientRows.load(
                        connection,
                        deliveries.stream().map(Delivery::recipient).distinct().toList())
                .forEach((id, owner) -> languages.put(id, owner.profile().language()));
        return languages;
    }

    private static JsonObject body(Alert alert, JsonObject json) {
        return JsonObject.empty()
                .put("type", alert.type().code())
                .put("timestamp", alert.createdAt())
                .put("data", json);
    }

    private static JsonObject test(Delivery delivery) {
        return JsonObject.empty()
                .put("type", "endpoint.test")
                .put("timestamp", delivery.createdAt())
                .put("data", JsonObject.empty().put("endpointId", delivery.target()));
    }

    @Override
    public Map<UUID, Parcel> prepare(Connection connection, Collection<Delivery> deliveries, Instant now)
            throws SQLException {
        Map<UUID, Endpoint> known = EndpointRows.load(
                connection, deliveries.stream().map(Delivery::target).distinct().toList());
        Map<UUID, Parcel> parcels = new HashMap<>();
        for (Delivery delivery : deliveries) {
            parcels.put(delivery.id(), parcel(delivery, Optional.ofNullable(known.get(delivery.target()))));
        }
        return parcels;
    }

    private Parcel parcel(Delivery delivery, Optional<Endpoint> endpoint) {
        if (endpoint.isEmpty() || endpoint.get().state() == EndpointState.DELETED) {
            return new Parcel.Void("endpoint-deleted");
        }
        boolean isTest = delivery.alert().isEmpty();
        return isTest || endpoint.get().state().takesAlerts()
                ? new Parcel.Ready((body, traceparent) -> send(delivery.id(), endpoint.get(), body, traceparent))
                : new Parcel.Void("endpoint-disabled");
    }

    private Outcome send(UUID id, Endpoint endpoint, String body, Optional<String> traceparent)
            throws InterruptedException {
        Instant at = clock.now();
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id.toString());
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", secrets.sign(endpoint, id, at, body));
        traceparent.ifPresent(trace -> headers.put("traceparent", trace));
        return switch (calls.post(endpoint.url(), headers, body.getBytes(StandardCharsets.UTF_8), LIMIT)) {
            case OutsideCalls.Result.Answered(int status, Optional<String> retryAfter) -> answered(status, retryAfter);
            case OutsideCalls.Result.Unanswered(OutsideCalls.Reason reason) ->
                reason == OutsideCalls.Reason.ADDRESS_NOT_PUBLIC
                        ? new Outcome.Hard(reason.code(), OptionalInt.empty())
                        : new Outcome.Soft(reason.code());
        };
    }

    private Outcome answered(int code, Optional<String> retryAfter) {
        OptionalInt status = OptionalInt.of(code);
        String reason = "http-" + code;
        return switch (code / 100) {
            case 2 -> new Outcome.Taken(status);
            case 3 -> new Outcome.Soft("redirect", status, Optional.empty());
            default ->
                code == GONE
                        ? new Outcome.Hard(reason, status)
                        : new Outcome.Soft(
                                reason, status, retryAfter.flatMap(text -> RetryAfter.read(text, clock.now())));
        };
    }

    @Override
    public void settled(Transaction transaction, List<Attempted> attempts) throws SQLException {
        List<Submission<Endpoints, EndpointCommand, EndpointEvent>> learnt = attempts.stream()
                .map(one -> Sweep.<Endpoints, EndpointCommand, EndpointEvent>submission(
                        one.delivery().recipient(),
                        new EndpointCommand.Learn(one.delivery().target(), report(one)),
                        ids))
                .toList();
        transaction.submit(endpoints, learnt);
    }

    private static Report report(Attempted attempted) {
        return new Report(
                attempted.outcome() instanceof Outcome.Taken,
                attempted.delivery().alert().isEmpty(),
                attempted.outcome().status().orElse(0) == GONE,
                attempted.isGivenUp(),
                attempted.endedAt());
    }
}
