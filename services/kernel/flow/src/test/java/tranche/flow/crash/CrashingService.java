package tranche.flow.crash;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tranche.flow.Bench;
import tranche.flow.Flow;
import tranche.flow.FlowSettings;
import tranche.flow.Tally;
import tranche.flow.Teller;
import tranche.flow.sql.Database;
import tranche.flow.sql.Pool;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Writer;
import tranche.world.http.SocketHttpCalls;
import tranche.world.ids.RandomIds;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.SystemClock;

/**
 * A service in a JVM of its own, which may be halted at a planned point: it takes a fixed list of commands, each with its
 * idempotency key, relays their events and reads them back. It says on standard output which command was acknowledged.
 *
 * <p>Arguments: database address, user, password, broker, its user, its password, registry, the name of its topic, then
 * the keys of the commands. It ends when its standard input does.
 */
public final class CrashingService {

    /** Commands for each key. */
    static final int STEPS = 6;

    private CrashingService() {}

    public static void main(String[] arguments) throws Exception {
        Database database =
                new Database(arguments[0], new Database.Login("", ""), new Database.Login(arguments[1], arguments[2]));
        FlowSettings settings = new FlowSettings(
                arguments[7],
                database,
                new FlowSettings.Kafka(
                        arguments[3], Optional.of(new Database.Login(arguments[4], arguments[5])), Optional.of("one")),
                URI.create(arguments[6]));
        try (HikariDataSource dataSource = Pool.open(database, settings.service());
                SocketHttpCalls calls = new SocketHttpCalls(Duration.ofSeconds(1));
                Flow flow = new Flow(
                        settings,
                        dataSource,
                        new SystemClock(),
                        new RandomIds(),
                        new ThreadTasks(),
                        calls,
                        new SimpleMeterRegistry())) {
            flow.consume(new Teller("teller-" + arguments[8], settings.topic(), _ -> false));
            flow.start();
            submitAll(flow, List.of(arguments).subList(8, arguments.length));
            // The end of standard input says that everything was seen.
            while (System.in.read() >= 0) {}
        }
    }

    private static void submitAll(Flow flow, List<String> keys) {
        Writer<Tally.Count, Tally.Command, Tally.Counted> writer =
                flow.writers().of(new Tally());
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            for (String key : keys) {
                String idempotencyKey = key + "-" + step;
                acknowledged.add(writer.submit(Bench.step(UUID.fromString(key), idempotencyKey, "{}"))
                        .thenAccept(outcome -> say(idempotencyKey, outcome)));
            }
        }
        acknowledged.forEach(CompletableFuture::join);
        System.out.println("all");
    }

    private static synchronized void say(String idempotencyKey, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            System.out.println("done " + idempotencyKey);
            System.out.flush();
        } else {
            System.out.println("other " + idempotencyKey + " " + outcome);
        }
    }
}
