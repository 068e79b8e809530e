package tranche.launcher.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.Commitments;
import tranche.engines.Ports;
import tranche.engines.broker.EmbeddedBroker;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.ServiceDatabase;
import tranche.engines.registry.RegistryProcess;
import tranche.engines.secret.Secrets;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.access.SigningKey;
import tranche.web.access.TokenMint;
import tranche.world.ids.RandomIds;
import tranche.world.time.SystemClock;

/**
 * The service of commitments as it is shipped, on a real PostgreSQL, a real broker and the real schema registry. Only its
 * callers are made up, by a key that the service is told to trust.
 */
final class RealCommitments implements AutoCloseable {

    private static final String ORIGIN = "http://localhost:1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the build unpacks the registry. */
    private static final Path DISTRIBUTION = Path.of("target/registry");

    private final SigningKey key = SigningKey.generate();
    private final TokenMint mint = new TokenMint(key, ORIGIN, new SystemClock());
    private final TestDatabase database = TestDatabase.create("commitments");
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer keys;
    private final EmbeddedBroker broker;
    private final RegistryProcess registry;
    private final ApplicationContext context;

    /** @param data a folder of its own */
    RealCommitments(Path data) throws IOException {
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] jwks = SigningKey.publicJwks(List.of(key)).getBytes(StandardCharsets.UTF_8);
        keys.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        keys.start();
        broker = broker(data);
        registry = registry(data.resolve("registry"));
        KafkaLogin login = broker.services();
        context = Commitments.start(Map.ofEntries(
                Map.entry("micronaut.server.port", -1),
                Map.entry("tranche.origin", ORIGIN),
                Map.entry(
                        "tranche.keys-url",
                        "http://127.0.0.1:" + keys.getAddress().getPort() + "/"),
                Map.entry("tranche.data", data.toString()),
                Map.entry("tranche.database.url", database.url()),
                Map.entry("tranche.database.owner", database.owner()),
                Map.entry("tranche.database.owner-password", database.ownerPassword()),
                Map.entry("tranche.database.user", database.user()),
                Map.entry("tranche.database.password", database.password()),
                Map.entry("tranche.kafka.bootstrap", login.bootstrap()),
                Map.entry("tranche.kafka.username", login.username()),
                Map.entry("tranche.kafka.password", login.password()),
                Map.entry("tranche.registry.url", registry.api().toString())));
    }

    /** A broker of its own: what others write into the topics is in no schema that this registry knows. */
    private static EmbeddedBroker broker(Path data) {
        List<Integer> ports = Ports.free(2);
        return EmbeddedBroker.start(
                data.resolve("kafka"),
                ports.getFirst(),
                ports.getLast(),
                new Secrets(data.resolve("kafka-secrets"), new RandomIds()),
                TestBroker.SERVICES);
    }

    private static RegistryProcess registry(Path folder) {
        TestDatabase database = TestDatabase.create("registry");
        List<Integer> ports = Ports.free(2);
        return RegistryProcess.start(
                DISTRIBUTION,
                folder,
                new ServiceDatabase(
                        database.url(),
                        database.owner(),
                        database.ownerPassword(),
                        database.user(),
                        database.password()),
                ports.getFirst(),
                ports.getLast());
    }

    /** The login of an outside reader. */
    KafkaLogin reader() {
        return broker.reader();
    }

    /** Somebody with a role for the whole deployment. */
    static Actor somebody(Role role) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    /** Where the API of the registry begins, as a reader knows it. */
    URI registry() {
        return registry.api();
    }

    /**
     * Sends a command.
     *
     * @return what was answered
     * @throws IllegalStateException if it was not accepted
     */
    JsonNode post(Actor actor, String path, String body) throws IOException, InterruptedException {
        int port = context.getBean(EmbeddedServer.class).getPort();
        String token = mint.mint(new Identity(actor, Set.of(KeyScope.values())), "commitments");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** An event as it was committed. */
    record Stored(UUID key, long sequence, UUID id, String type) {}

    /** The event table, by key and sequence. */
    List<Stored> stored() throws SQLException {
        List<Stored> stored = new ArrayList<>();
        try (Connection connection = database.asOwner();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select key, key_sequence, event_id, type from event order by key::text, key_sequence")) {
            while (row.next()) {
                stored.add(new Stored(
                        row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, UUID.class), row.getString(4)));
            }
        }
        return stored;
    }

    @Override
    public void close() {
        context.close();
        registry.close();
        broker.close();
        keys.stop(0);
    }
}
