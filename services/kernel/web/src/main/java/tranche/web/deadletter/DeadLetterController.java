package tranche.web.deadletter;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.inbox.DeadLetter;
import tranche.flow.inbox.DeadLetters;
import tranche.flow.inbox.Inbox;
import tranche.flow.inbox.NotReplayed;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.Caller;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Write;
import tranche.web.json.JsonObject;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Column;
import tranche.web.table.Lists;
import tranche.web.table.Table;

/** A service's dead letters over HTTP: an administrator sees what stops a key, and hands it to its consumer again. */
@Controller("/api/v1/dead-letters")
@Requires(bean = DeadLetters.class)
final class DeadLetterController {

    private static final Table<DeadLetter> TABLE = new Table<>(
            "dead-letters",
            List.of(
                    Column.id("id", row -> Optional.of(row.id())),
                    Column.text("consumer", row -> Optional.of(row.consumer())),
                    Column.text("topic", row -> Optional.of(row.topic())),
                    Column.id("key", DeadLetter::key),
                    Column.id("eventId", DeadLetter::eventId),
                    Column.text("type", DeadLetter::type),
                    Column.text("reason", row -> Optional.of(row.reason())),
                    Column.text("detail", row -> Optional.of(row.detail())),
                    Column.whole("attempts", row -> Optional.of((long) row.attempts())),
                    Column.instant("parkedSince", row -> Optional.of(row.parkedSince())),
                    Column.whole("waiting", row -> Optional.of(row.waiting()))));

    private final DeadLetters letters;
    private final Flow flow;
    private final String service;

    DeadLetterController(DeadLetters letters, Flow flow, @Value("${tranche.service}") String service) {
        this.letters = letters;
        this.flow = flow;
        this.service = service;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        if (!operates(caller)) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
        ListQuery query = ListQuery.of(request);
        query.service(service);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        var page = query.page(
                letters.stopping(after, limit),
                limit,
                letter -> List.of(letter.id().toString()));
        return Lists.answer(request, page, DeadLetterController::json, TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        DeadLetter letter = seen(caller, id);
        ListQuery query = ListQuery.of(request);
        query.service(service);
        query.check();
        return Answers.read(letter.version(), json(letter));
    }

    /**
     * Hands the letter, and what waits with it, to the consumer again, in order. A letter that was replayed before is
     * answered as it is.
     */
    @Post("/{id}/replay")
    HttpResponse<byte[]> replay(HttpRequest<?> request, Write write, Caller caller, String id)
            throws InterruptedException {
        DeadLetter letter = seen(caller, id);
        ListQuery query = ListQuery.of(request);
        query.service(service);
        query.check();
        OptionalLong ifMatch = write.ifMatch();
        if (ifMatch.isPresent() && ifMatch.getAsLong() != letter.version()) {
            throw Problem.of(DeadLetterRefusal.VERSION_CONFLICT, Map.of("version", letter.version()));
        }
        if (letter.replayedAt().isEmpty()) {
            hand(letter);
        }
        DeadLetter after = letters.one(letter.id()).orElseThrow(Problem::notFound);
        if (after.replayedAt().isEmpty()) {
            throw Problem.of(DeadLetterRefusal.STILL_NOT_HANDLED);
        }
        return Answers.read(after.version(), json(after));
    }

    private void hand(DeadLetter letter) throws InterruptedException {
        Inbox inbox = flow.inbox(letter.consumer()).orElseThrow(() -> Problem.of(DeadLetterRefusal.STILL_NOT_HANDLED));
        try {
            inbox.replay(letter.id());
        } catch (NotReplayed still) {
            throw Problem.of(DeadLetterRefusal.STILL_NOT_HANDLED);
        }
    }

    private DeadLetter seen(Caller caller, String id) {
        return Forms.uuid(id)
                .filter(_ -> operates(caller))
                .flatMap(letters::one)
                .orElseThrow(Problem::notFound);
    }

    private static boolean operates(Caller caller) {
        return caller.access().holds(Role.ADMIN, Scope.DEPLOYMENT);
    }

    private static JsonObject json(DeadLetter letter) {
        return JsonObject.empty()
                .put("id", letter.id())
                .put("consumer", letter.consumer())
                .put("topic", letter.topic())
                .put("key", letter.key())
                .put("eventId", letter.eventId())
                .put("type", letter.type())
                .put("reason", letter.reason())
                .put("detail", letter.detail())
                .put("attempts", letter.attempts())
                .put("parkedSince", letter.parkedSince())
                .put("waiting", letter.waiting())
                .put("replayedAt", letter.replayedAt());
    }
}
