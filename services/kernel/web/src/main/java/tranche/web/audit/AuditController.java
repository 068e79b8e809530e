package tranche.web.audit;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.audit.AuditLog;
import tranche.flow.audit.AuditedEvent;
import tranche.flow.audit.AuditedEvent.Place;
import tranche.flow.audit.ChainHead;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.Caller;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;

/**
 * A service's events over HTTP. They show every investor's amounts, so they are an auditor's of the whole deployment and
 * nobody else's.
 */
@Controller("/api/v1/audit")
@Requires(bean = AuditLog.class)
final class AuditController {

    private static final Table<AuditedEvent> EVENTS = new Table<>(
            "events",
            List.of(
                    Column.id("eventId", row -> Optional.of(row.eventId())),
                    Column.text("type", row -> Optional.of(row.type())),
                    Column.id("key", row -> Optional.of(row.key())),
                    Column.whole("sequence", row -> Optional.of(row.sequence())),
                    Column.id("aggregateId", row -> Optional.of(row.aggregateId())),
                    Column.whole("version", row -> Optional.of(row.version())),
                    Column.date("effectiveDate", row -> Optional.of(row.effectiveDate())),
                    Column.instant("recordedAt", row -> Optional.of(row.recordedAt())),
                    Column.id("actorId", row -> Optional.of(row.actorId())),
                    Column.text("schema", row -> Optional.of(row.schema())),
                    Column.text("data", row -> Optional.of(data(row).toString())),
                    Column.text("prevHash", row -> Optional.of(row.prevHash())),
                    Column.text("hash", row -> Optional.of(row.hash()))));

    private static final Table<ChainHead> HEADS = new Table<>(
            "heads",
            List.of(
                    Column.id("key", row -> Optional.of(row.key())),
                    Column.whole("sequence", row -> Optional.of(row.sequence())),
                    Column.text("hash", row -> Optional.of(row.hash()))));

    private final AuditLog log;
    private final String service;

    AuditController(AuditLog log, @Value("${tranche.service}") String service) {
        this.log = log;
        this.service = service;
    }

    @Get(
            value = "/events",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> events(HttpRequest<?> request, Caller caller) {
        requireAuditor(caller);
        ListQuery query = ListQuery.of(request);
        query.service(service);
        int limit = query.limit();
        Optional<UUID> aggregate = query.uuid("aggregateId");
        Optional<String> type = query.text("type").map(this::fullName);
        Place after = query.afterCounts(3)
                .map(at -> new Place(Math.toIntExact(at.get(0)), at.get(1), at.get(2)))
                .orElse(Place.START);
        query.check();
        var page = query.page(log.events(aggregate, type, after, limit), limit, AuditController::place);
        return Lists.answer(request, page, AuditController::json, EVENTS);
    }

    @Get(
            value = "/heads",
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> heads(HttpRequest<?> request, Caller caller) {
        requireAuditor(caller);
        ListQuery query = ListQuery.of(request);
        query.service(service);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        var page = query.page(
                log.heads(after, limit), limit, head -> List.of(head.key().toString()));
        return Lists.answer(request, page, AuditController::json, HEADS);
    }

    private static void requireAuditor(Caller caller) {
        if (!caller.access().holds(Role.AUDITOR, Scope.DEPLOYMENT)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
    }

    /** A record's own name is enough within the service whose events are read. */
    private String fullName(String type) {
        return type.indexOf('.') < 0 ? "tranche." + service + "." + type : type;
    }

    private static List<String> place(AuditedEvent event) {
        Place place = event.place();
        return List.of(Integer.toString(place.epoch()), Long.toString(place.transaction()), Long.toString(place.seq()));
    }

    private static JsonObject data(AuditedEvent event) {
        JsonObject data = JsonObject.empty();
        event.data().forEach(data::put);
        return data;
    }

    private static JsonObject json(AuditedEvent event) {
        return JsonObject.empty()
                .put("eventId", event.eventId())
                .put("type", event.type())
                .put("key", event.key())
                .put("sequence", event.sequence())
                .put("aggregateId", event.aggregateId())
                .put("version", event.version())
                .put("effectiveDate", event.effectiveDate())
                .put("recordedAt", event.recordedAt())
                .put("actorId", event.actorId())
                .put("schema", event.schema())
                .put("data", data(event))
                .put("prevHash", event.prevHash())
                .put("hash", event.hash());
    }

    private static JsonObject json(ChainHead head) {
        return JsonObject.empty()
                .put("key", head.key())
                .put("sequence", head.sequence())
                .put("hash", head.hash());
    }
}
