package tranche.launcher.demo.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.founding.domain.DemoAccount;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;
import tranche.world.http.SocketHttpCalls;
import tranche.world.tasks.Tasks;

/**
 * Gives the demo's accounts addresses, once its data is in: what happens from then on fills the mailbox, and what the data
 * tells of earlier does not. The manager vouches for them, so that nobody has to confirm one first.
 */
public final class DemoAddresses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOMAIN = "@demo.example";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 16;

    /** An account becomes a recipient when its first grant has come by: that takes a moment, and without a broker for ever. */
    private static final int TRIES = 40;

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final URI origin;
    private final String key;
    private final Tasks tasks;

    /**
     * @param origin of the portal
     * @param key the manager's
     */
    public DemoAddresses(URI origin, String key, Tasks tasks) {
        this.origin = origin;
        this.key = key;
        this.tasks = tasks;
    }

    /** Gives each account an address that has none yet; those that cannot be given one are left without. */
    public void give() throws InterruptedException {
        try (HttpCalls http = new SocketHttpCalls(PATIENCE)) {
            int tries = 0;
            for (DemoAccount account : DemoAccount.ALL) {
                while (!isGiven(http, account) && ++tries < TRIES) {
                    tasks.sleep(BETWEEN);
                }
            }
        }
    }

    private boolean isGiven(HttpCalls http, DemoAccount account) {
        String id = DemoAccounts.id(account).toString();
        try {
            HttpReply known = call(http, id, "GET", "/recipients/" + id, new Payload.None());
            String body = new String(known.whole(MOST_BYTES).join(), StandardCharsets.UTF_8);
            if (isDone(known) && JSON.readTree(body).hasNonNull("email")) {
                return true;
            }
            return isDone(known) && isDone(call(http, id, "POST", "/recipients", new Payload.Whole(body(account, id))));
        } catch (CompletionException | JsonProcessingException away) {
            return false;
        }
    }

    private static byte[] body(DemoAccount account, String id) throws JsonProcessingException {
        return JSON.writeValueAsBytes(Map.of(
                "accountId",
                id,
                "displayName",
                account.name(),
                "language",
                "en",
                "timeZone",
                "UTC",
                "email",
                account.username() + DOMAIN,
                "emailVerifiedBy",
                "made up for the demo"));
    }

    /** Under the same key at every start: whoever has cleared an address since is not given it again. */
    private HttpReply call(HttpCalls http, String id, String method, String path, Payload payload) {
        Map<String, List<String>> headers = Map.of(
                "authorization", List.of("Bearer " + key),
                "content-type", List.of("application/json"),
                "idempotency-key", List.of("address of " + id));
        return http.send(new HttpCall(method, origin.resolve("/api/v1" + path), headers, payload, PATIENCE))
                .join();
    }

    private static boolean isDone(HttpReply reply) {
        return reply.status() >= OK && reply.status() < NOT_OK;
    }
}
