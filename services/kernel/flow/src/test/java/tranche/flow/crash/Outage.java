package tranche.flow.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;
import tranche.portal.AccountCreated;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;
import tranche.testkit.TestTopic;
import tranche.world.Failpoint;

/**
 * The power fails at one planned point: the JVM is halted there, a new one is started, and then every command that was
 * acknowledged has happened, every command has happened once, every event is in the topic in order, and every event was
 * handled once.
 */
final class Outage {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SERVICE = "portal";
    private static final String TOPIC = SERVICE + ".events";

    private final TestDatabase database = TestDatabase.create("crash");
    private final List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final StubRegistry registry;

    private Outage(StubRegistry registry) {
        this.registry = registry;
    }

    /** @param id the point's number in the catalogue of crashes */
    static void at(String id, String point) throws Exception {
        try (StubRegistry registry = StubRegistry.start()) {
            new Outage(registry).losesNothingAndDoublesNothing(id, point);
        }
    }

    private void losesNothingAndDoublesNothing(String id, String point) throws Exception {
        Migrations.run(
                new Database(
                        database.url(),
                        new Database.Login(database.owner(), database.ownerPassword()),
                        new Database.Login(database.user(), database.password())),
                "tally");
        UUID poisoned = UUID.randomUUID();
        if (point.equals("inbox.parked")) {
            TestTopic.write(TOPIC, poisoned, new byte[] {7});
        }

        Process crashed = service("-Dtranche.failpoint=" + point + ":1");
        listen(crashed);
        assertThat(crashed.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(id + " is reached")
                .isTrue();
        assertThat(crashed.exitValue()).isEqualTo(Failpoint.EXIT_CODE);
        long stored = number("select count(*) from event where key = any(?)");
        assertThat(stored)
                .as("what was acknowledged is stored")
                .isGreaterThanOrEqualTo(acknowledged.stream()
                        .filter(line -> line.startsWith("done "))
                        .count());
        acknowledged.clear();

        Process restarted = service();
        try {
            listen(restarted);
            await().atMost(LIMIT).until(() -> acknowledged.contains("all"));
            long total = (long) keys.size() * CrashingService.STEPS;
            await().atMost(LIMIT).until(() -> number("select count(*) from told where key = any(?)") >= total);

            assertThat(number("select count(*) from event where key = any(?)")).isEqualTo(total);
            assertThat(number("select count(*) from told where key = any(?)")).isEqualTo(total);
            for (UUID key : keys) {
                assertThat(number("select count from tally where key = any(?) and key = '" + key + "'"))
                        .isEqualTo(CrashingService.STEPS);
                assertThat(firstOccurrences(key))
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, CrashingService.STEPS)
                                .boxed()
                                .toList());
            }
            if (point.equals("inbox.parked")) {
                await().atMost(LIMIT)
                        .until(() -> TestTopic.of(TOPIC + ".dead", poisoned).size() == 1);
            }
        } finally {
            restarted.getOutputStream().close();
            restarted.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            restarted.destroyForcibly();
        }
    }

    /** The sequences of a key in the topic, repeats left out: a relay may send twice and never skips. */
    private static List<Long> firstOccurrences(UUID key) {
        return TestTopic.of(TOPIC, key).stream()
                .map(record -> AvroBytes.decode(
                                record.value(), Frame.HEAD, AccountCreated.getClassSchema(), AccountCreated.class)
                        .getHead()
                        .getSequence())
                .distinct()
                .toList();
    }

    private Process service(String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES="
                        + System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES")));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                CrashingService.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                TestBroker.bootstrap(),
                TestBroker.services().username(),
                TestBroker.services().password(),
                registry.uri().toString(),
                SERVICE));
        keys.forEach(key -> command.add(key.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void listen(Process process) {
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("done ") || line.equals("all")) {
                        acknowledged.add(line);
                    }
                }
            } catch (IOException ended) {
                // A halted JVM closes its output in the middle of a line.
            }
        });
    }

    private long number(String sql) {
        try (Connection connection = database.asOwner();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
