package tranche.portal.account.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.portal.account.ApiKeys;
import tranche.portal.account.domain.AccountRefusal;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.Standing;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.access.KeyScope;
import tranche.web.body.Body;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** Keys of programs. Whoever makes one acts through it; it is shown in the answer that makes it and never again. */
@Controller(AccountJson.KEYS)
final class ApiKeyController {

    private static final int LONGEST_NAME = 100;

    private static final Map<String, String> SCOPES =
            ApiKey.SCOPES.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** One's own keys; administrators and auditors of the whole deployment see everybody's. */
    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        List<ApiKey> rows = keys.list(readsAll(caller), caller.actor().account(), after, limit + 1);
        var page = query.page(rows, limit, key -> List.of(key.id().toString()));
        return Lists.answer(request, page, key -> AccountJson.of(key, Optional.empty()), AccountJson.KEY_TABLE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(String id, Caller caller) {
        return answer(seen(id, caller));
    }

    /**
     * Makes a key of the caller's account. With an {@code Idempotency-Key} it is made once; a repetition is told of the
     * key that was made, without its secret, since that is not kept.
     */
    @Post(consumes = MediaType.ALL)
    HttpResponse<byte[]> create(HttpRequest<?> request, Write write, Caller caller) {
        Body body = write.body();
        String name = body.text("name", LONGEST_NAME);
        List<String> scopes = body.eachOneOf("scopes", 1, ApiKey.SCOPES.size(), SCOPES);
        Instant now = clock.now();
        Instant expires = body.parsed("expires", "invalid-expiry", text -> expiry(text, now), now);
        if (scopes.stream().distinct().count() < scopes.size()) {
            body.find("scopes", "duplicate-item");
        }
        // A key does not beget a stronger one.
        Threshold.openTo(scopes.stream()
                        .map(KeyScope::of)
                        .allMatch(caller.identity().scopes()::contains))
                .checkAlone(body);
        Optional<String> once = Optional.ofNullable(request.getHeaders().get("Idempotency-Key"));
        ApiKeys.Made made = keys.make(caller.actor().account(), name, scopes, expires, once)
                .orElseThrow(() -> Problem.of(RequestRefusal.IDEMPOTENCY_KEY_REUSED));
        var response = HttpResponse.<byte[]>created(
                        AccountJson.of(made.key(), made.secret()).bytes())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Answers.tag(made.key().version()))
                .header(
                        HttpHeaders.LOCATION,
                        AccountJson.KEYS + "/" + made.key().id());
        return made.secret().isPresent() ? response : response.header("Idempotency-Replayed", "true");
    }

    /** Takes a key back at once: its holder or an administrator. */
    @Post(value = "/{id}/revocation", consumes = MediaType.ALL)
    HttpResponse<byte[]> revoke(String id, Write write, Caller caller) {
        ApiKey key = seen(id, caller);
        Body body = write.optionalBody();
        new Threshold(() -> revocationRefused(key, caller, write.ifMatch())).checkAlone(body);
        return answer(keys.revoke(key.id(), write.ifMatch())
                .orElseThrow(() -> Problem.of(
                        AccountRefusal.VERSION_CONFLICT,
                        Map.of("version", seen(id, caller).version()))));
    }

    private static Optional<Decision<ApiKey>> revocationRefused(ApiKey key, Caller caller, OptionalLong ifMatch) {
        boolean own = key.account().equals(caller.actor().account());
        if (!own && !caller.access().holds(Role.ADMIN, Scope.DEPLOYMENT)) {
            return Optional.of(Decision.refused(RequestRefusal.FORBIDDEN));
        }
        return ifMatch.isPresent() && ifMatch.getAsLong() != key.version()
                ? Optional.of(Decision.refused(AccountRefusal.VERSION_CONFLICT, Map.of("version", key.version())))
                : Optional.empty();
    }

    private static HttpResponse<byte[]> answer(ApiKey key) {
        return Answers.read(key.version(), AccountJson.of(key, Optional.empty()));
    }

    private ApiKey seen(String id, Caller caller) {
        return Forms.uuid(id)
                .flatMap(keys::byId)
                .filter(key ->
                        readsAll(caller) || key.account().equals(caller.actor().account()))
                .orElseThrow(Problem::notFound);
    }

    private static boolean readsAll(Caller caller) {
        return Standing.seesAll(caller.access());
    }

    /** An instant, or a day whose end in UTC is meant; empty where it is past or too far. */
    private static Optional<Instant> expiry(String text, Instant now) {
        try {
            Instant end = text.length() == "2026-03-31".length()
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
            boolean holds = end.isAfter(now) && !end.isAfter(now.plus(ApiKeys.LONGEST_LIFE));
            return holds ? Optional.of(end) : Optional.empty();
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
