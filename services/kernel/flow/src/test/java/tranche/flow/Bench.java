package tranche.flow;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.flow.wire.AvroBytes;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Writer;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.world.http.SocketHttpCalls;
import tranche.world.ids.RandomIds;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.SystemClock;

/** A service that does nothing but count, on a database of its own. */
final class Bench implements AutoCloseable {

    static final Actor ANA = new Actor(new UUID(7, 1), new UUID(7, 2), Access.NONE);

    final RandomIds ids = new RandomIds();
    final TestDatabase database = TestDatabase.create("tally");
    final SocketHttpCalls calls = new SocketHttpCalls(Duration.ofSeconds(1));
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final HikariDataSource dataSource;
    final Flow flow;
    final Writer<Tally.Count, Tally.Command, Tally.Counted> writer;

    private Bench(String service, FlowSettings.Kafka kafka, StubRegistry registry) {
        Database.Login user = new Database.Login(database.user(), database.password());
        Database settings =
                new Database(database.url(), new Database.Login(database.owner(), database.ownerPassword()), user);
        Migrations.run(settings, "tally");
        dataSource = Pool.open(settings, service);
        flow = new Flow(
                new FlowSettings(service, settings, kafka, registry.uri()),
                dataSource,
                new SystemClock(),
                ids,
                new ThreadTasks(),
                calls,
                metrics);
        writer = flow.writers().of(new Tally());
    }

    /** Without a broker: nothing is sent. */
    static Bench writing(StubRegistry registry) {
        return new Bench("portal", new FlowSettings.Kafka("127.0.0.1:1", Optional.empty()), registry);
    }

    /** With the broker; the service takes the name of one whose topic exists. */
    static Bench sending(String service, StubRegistry registry) {
        Database.Login login = new Database.Login(
                TestBroker.services().username(), TestBroker.services().password());
        return new Bench(service, new FlowSettings.Kafka(TestBroker.bootstrap(), Optional.of(login)), registry);
    }

    static Submission<Tally.Count, Tally.Command, Tally.Counted> step(UUID key) {
        return command(key, new Tally.Command.Step(Long.MAX_VALUE));
    }

    static Submission<Tally.Count, Tally.Command, Tally.Counted> command(UUID key, Tally.Command command) {
        return submission(key, command, Optional.empty());
    }

    static Submission<Tally.Count, Tally.Command, Tally.Counted> step(UUID key, String idempotencyKey, String body) {
        byte[] hash = AvroBytes.sha256().digest(body.getBytes(StandardCharsets.UTF_8));
        return submission(
                key,
                new Tally.Command.Step(Long.MAX_VALUE),
                Optional.of(new Idempotency(ANA.account(), "POST /tally", idempotencyKey, hash)));
    }

    private static Submission<Tally.Count, Tally.Command, Tally.Counted> submission(
            UUID key, Tally.Command command, Optional<Idempotency> idempotency) {
        return new Submission<>(
                key,
                Set.of(),
                command,
                ANA,
                idempotency,
                new Trace(Optional.empty(), UUID.randomUUID(), Optional.empty()),
                (after, events) -> new Answer(
                        200,
                        Map.of("ETag", "\"" + after.value() + "\""),
                        Long.toString(after.value()).getBytes(StandardCharsets.UTF_8)));
    }

    Outcome done(Submission<Tally.Count, Tally.Command, Tally.Counted> submission) {
        return submitted(submission).join();
    }

    CompletableFuture<Outcome> submitted(Submission<Tally.Count, Tally.Command, Tally.Counted> submission) {
        return writer.submit(submission);
    }

    long number(String sql) {
        try (Connection connection = database.asOwner();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.asOwner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        flow.close();
        dataSource.close();
        calls.close();
    }
}
