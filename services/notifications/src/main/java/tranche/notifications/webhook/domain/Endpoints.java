package tranche.notifications.webhook.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/**
 * Endpoints of one account by their ids: another's are not there.
 *
 * @param count of all that the account has and has not taken away, whether they are loaded here or not
 */
public record Endpoints(Map<UUID, Endpoint> byId, int count) {

    /** One account has no more. */
    public static final int MOST = 250;

    public Endpoints {
        byId = Map.copyOf(byId);
    }

    /** Why an owner's step is refused, whatever the time; empty where it is not. */
    public Optional<Decision<EndpointEvent>> gate(EndpointCommand.Ask ask) {
        Endpoint endpoint = byId.get(ask.endpoint());
        if (endpoint == null || !endpoint.allowed().contains(ask.step())) {
            return Optional.of(refused(EndpointRefusal.NOT_FOUND));
        }
        if (endpoint.version().conflictsWith(ask.ifMatch())) {
            return Optional.of(refused(
                    EndpointRefusal.VERSION_CONFLICT,
                    Map.of("version", endpoint.version().number())));
        }
        return Optional.empty();
    }

    public Decision<EndpointEvent> decide(EndpointCommand command, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (command) {
            case EndpointCommand.Create create -> created(create, today);
            case EndpointCommand.Ask ask -> gate(ask).orElseGet(() -> accepted(changed(ask, today)));
            case EndpointCommand.Learn learn ->
                Optional.ofNullable(byId.get(learn.endpoint()))
                        .flatMap(endpoint -> endpoint.after(learn.report()))
                        .<Decision<EndpointEvent>>map(
                                change -> accepted(new EndpointEvent.Changed(learn.endpoint(), change, today)))
                        .orElseGet(Decision::accepted);
        };
    }

    private Decision<EndpointEvent> created(EndpointCommand.Create create, LocalDate today) {
        return count >= MOST
                ? refused(EndpointRefusal.TOO_MANY_ENDPOINTS, Map.of("most", MOST))
                : accepted(new EndpointEvent.Created(
                        create.endpoint(), create.owner(), create.url(), create.types(), today));
    }

    private static EndpointEvent changed(EndpointCommand.Ask ask, LocalDate today) {
        Change change = switch (ask.step()) {
            case ROTATE -> Change.SECRET_ROTATED;
            case TEST -> Change.TESTED;
            case DELETE -> Change.DELETED;
        };
        return new EndpointEvent.Changed(ask.endpoint(), change, today);
    }

    public Endpoints apply(EndpointEvent event, Instant recordedAt) {
        Map<UUID, Endpoint> after = new HashMap<>(byId);
        switch (event) {
            case EndpointEvent.Created created -> after.put(created.endpoint(), made(created, recordedAt));
            case EndpointEvent.Changed changed ->
                after.computeIfPresent(
                        changed.endpoint(),
                        (_, endpoint) -> endpoint.after(
                                changed.change(), endpoint.version().next(changed.effectiveDate(), recordedAt)));
        }
        return new Endpoints(after, count + countOf(event.change()));
    }

    private static int countOf(Change change) {
        return switch (change) {
            case CREATED -> 1;
            case DELETED -> -1;
            case SECRET_ROTATED, TESTED, ACTIVATED, DEGRADED, FAILING, DISABLED -> 0;
        };
    }

    private static Endpoint made(EndpointEvent.Created created, Instant recordedAt) {
        return new Endpoint(
                created.endpoint(),
                created.owner(),
                created.url(),
                created.types(),
                EndpointState.UNVERIFIED,
                1,
                recordedAt,
                1,
                Optional.empty(),
                false,
                recordedAt,
                Version.first(created.effectiveDate(), recordedAt));
    }

    /** An endpoint that is there. */
    public Endpoint one(UUID id) {
        return Objects.requireNonNull(byId.get(id), "an endpoint that was decided upon");
    }
}
