package tranche.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.Flow;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.testkit.ServiceProcess;
import tranche.testkit.ServiceReply;
import tranche.values.actor.Actor;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.access.SigningKey;
import tranche.web.access.TokenMint;

/** The service on a database of its own, called over HTTP by made-up callers whose tokens it can check. */
@org.jspecify.annotations.NullMarked
public final class NotificationsProcess extends ServiceProcess<NotificationsProcess.Reply> {

    private final TokenMint mint;
    private final ApplicationContext context;

    /** An answer with its body read. */
    public static final class Reply extends ServiceReply {

        private Reply(JsonNode body, HttpResponse<String> raw) {
            super(body, raw);
        }
    }

    /** Nothing is sent: the relay waits for a broker that is not there. */
    public NotificationsProcess(Path data) throws IOException {
        this(data, ALONE);
    }

    /** @param more where the broker and the registry are, and whatever else a test sets */
    public NotificationsProcess(Path data, Map<String, Object> more) throws IOException {
        this(SigningKey.generate(), data, more);
    }

    /** One that calls endpoints on this machine, and whose clock a test may set forward; nothing goes to a broker. */
    public static NotificationsProcess withEndpointsHere(Path data) throws IOException {
        return new NotificationsProcess(
                data,
                Map.of(
                        "tranche.kafka.bootstrap",
                        "127.0.0.1:1",
                        "tranche.registry.url",
                        "http://127.0.0.1:1/apis/ccompat/v7",
                        "tranche.allow-private-webhooks",
                        "true",
                        MovableClock.PROPERTY,
                        "true"));
    }

    private NotificationsProcess(SigningKey key, Path data, Map<String, Object> more) throws IOException {
        super(Notifications.NAME, SigningKey.publicJwks(List.of(key)), Reply::new);
        mint = new TokenMint(key, ORIGIN, new MovableClock());
        context = Notifications.start(properties(data, more));
    }

    @Override
    protected int port() {
        return context.getBean(EmbeddedServer.class).getPort();
    }

    /** All that the service answers to below {@code /api/v1}, for instance {@code GET /alerts/{id}}. */
    public Set<String> operations() {
        return context.getBean(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" /api/v1/") && !route.startsWith("HEAD "))
                .map(route -> route.replace("/api/v1", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A part of the running service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public String token(Actor actor) {
        return token(Set.of(KeyScope.values()), actor);
    }

    private String token(Set<KeyScope> scopes, Actor actor) {
        return mint.mint(new Identity(actor, scopes), Notifications.NAME);
    }

    /** A request with a key that goes no further than its scopes. */
    public Reply send(Set<KeyScope> scopes, Actor actor, String method, String path, String body, String... headers) {
        return sendWith(token(scopes, actor), method, path, body, headers);
    }

    /**
     * Hands events to a consumer, as the inbox does: in one transaction, with their keys locked.
     *
     * @param key of all of them
     */
    public void tell(Class<? extends Consumer> consumer, UUID key, SpecificRecord... events) {
        Consumer told = bean(consumer);
        List<Incoming> batch = Arrays.stream(events)
                .map(event -> new Incoming(
                        told.topics().iterator().next(),
                        key,
                        (Head) event.get(0),
                        event.getSchema().getFullName(),
                        event,
                        Optional.empty()))
                .toList();
        bean(Flow.class).writers().together(transaction -> {
            transaction.lock(told.keys(transaction.connection(), batch), Set.of());
            told.handle(transaction, batch);
            return batch.size();
        });
        told.committed(batch);
    }

    @Override
    public void close() {
        context.close();
        super.close();
    }
}
