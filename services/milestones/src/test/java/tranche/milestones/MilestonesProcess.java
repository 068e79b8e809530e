package tranche.milestones;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.testkit.ServiceProcess;
import tranche.testkit.ServiceReply;
import tranche.values.actor.Actor;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.web.access.SigningKey;
import tranche.web.access.TokenMint;
import tranche.world.time.SystemClock;

/** The service on a database of its own, called over HTTP by made-up callers whose tokens it can check. */
@org.jspecify.annotations.NullMarked
public final class MilestonesProcess extends ServiceProcess<MilestonesProcess.Reply> {

    private final TokenMint mint;
    private final ApplicationContext context;

    /** An answer with its body read. */
    public static final class Reply extends ServiceReply {

        private Reply(JsonNode body, HttpResponse<String> raw) {
            super(body, raw);
        }
    }

    /** Nothing is sent: the relay waits for a broker that is not there. */
    public MilestonesProcess(Path data) throws IOException {
        this(data, ALONE);
    }

    /** @param more where the broker and the registry are, and whatever else a test sets */
    public MilestonesProcess(Path data, Map<String, Object> more) throws IOException {
        this(SigningKey.generate(), data, more);
    }

    private MilestonesProcess(SigningKey key, Path data, Map<String, Object> more) throws IOException {
        super(Milestones.NAME, SigningKey.publicJwks(List.of(key)), Reply::new);
        mint = new TokenMint(key, ORIGIN, new SystemClock());
        context = Milestones.start(properties(data, more));
    }

    @Override
    protected int port() {
        return context.getBean(EmbeddedServer.class).getPort();
    }

    /** All that the service answers to below {@code /api/v1}, for instance {@code GET /milestones/{id}}. */
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
        return mint.mint(new Identity(actor, scopes), Milestones.NAME);
    }

    /** A request with a key that goes no further than its scopes. */
    public Reply send(Set<KeyScope> scopes, Actor actor, String method, String path, String body, String... headers) {
        return sendWith(token(scopes, actor), method, path, body, headers);
    }

    /** A programme, as the service of commitments would have told of it. */
    public UUID programme(String zone) {
        UUID id = UUID.randomUUID();
        asOwner("insert into programme (programme_id, zone) values (?, ?)", id, zone);
        return id;
    }

    /** That an investor has a commitment to a fund of a programme, as the service of commitments would have told. */
    public UUID investor(UUID programme) {
        UUID id = UUID.randomUUID();
        asOwner(
                "insert into investor_of (investor_id, fund_id, programme_id) values (?, gen_random_uuid(), ?)",
                id,
                programme);
        return id;
    }

    /** That an account may report from a project, as the portal would have told. */
    public void reports(UUID account, UUID project) {
        asOwner(
                "insert into reporter (grant_id, account_id, project_id, ended) values (gen_random_uuid(), ?, ?, false)",
                account,
                project);
    }

    private void asOwner(String statement, Object... parameters) {
        try (Connection owner = database.asOwner();
                PreparedStatement insert = owner.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                insert.setObject(i + 1, parameters[i]);
            }
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        context.close();
        super.close();
    }
}
