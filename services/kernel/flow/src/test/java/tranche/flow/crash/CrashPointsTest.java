package tranche.flow.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.flow.Topic;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;
import tranche.portal.AccountCreated;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;
import tranche.testkit.TestDatabase;
import tranche.world.Failpoint;

/**
 * The power fails at each planned point once (FP01 to FP19 of the crash catalogue): the JVM is halted there, a new one is
 * started, and then every command that was acknowledged has happened, every command has happened once, every event is in
 * the topic in order, and every event was handled once.
 */
@Tag("broker")
@Tag("crash")
class CrashPointsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SERVICE = "portal";
    private static final String TOPIC = SERVICE + ".events";

    private static StubRegistry registry;

    private final TestDatabase database = TestDatabase.create("crash");
    private final List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        registry = StubRegistry.start();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FP01, writer.dequeued",
        "FP02, writer.keys-inserted",
        "FP03, writer.state-saved",
        "FP04, writer.before-commit",
        "FP05, writer.commit-sent",
        "FP06, writer.committed",
        "FP07, writer.half-told",
        "FP08, relay.leading",
        "FP09, relay.rows-read",
        "FP10, relay.half-sent",
        "FP11, relay.acknowledged",
        "FP12, relay.place-moved",
        "FP13, relay.schema-fetched",
        "FP14, inbox.polled",
        "FP15, inbox.marks-raised",
        "FP16, inbox.effects-done",
        "FP17, inbox.committed",
        "FP18, inbox.parked",
        "FP19, inbox.assigned",
    })
    void loses_nothing_and_doubles_nothing(String id, String point) throws Exception {
        Migrations.run(
                new Database(
                        database.url(),
                        new Database.Login(database.owner(), database.ownerPassword()),
                        new Database.Login(database.user(), database.password())),
                "tally");
        UUID poisoned = UUID.randomUUID();
        if (point.equals("inbox.parked")) {
            Topic.write(TOPIC, poisoned.toString().getBytes(StandardCharsets.US_ASCII), new byte[] {7});
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
                        .until(() -> Topic.of(TOPIC + ".dead", poisoned).size() == 1);
            }
        } finally {
            restarted.getOutputStream().close();
            restarted.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            restarted.destroyForcibly();
        }
    }

    /** The sequences of a key in the topic, repeats left out: a relay may send twice and never skips. */
    private static List<Long> firstOccurrences(UUID key) {
        return Topic.of(TOPIC, key).stream()
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

    @Test
    @DisplayName("every planned point in the code of any module has its crash here, FP01 to FP19 without a gap")
    void leaves_out_no_point() throws IOException {
        Pattern any = Pattern.compile("Failpoint\\s*\\.\\s*(?:at|during)\\b");
        Pattern named = Pattern.compile("Failpoint\\s*\\.\\s*(?:at|during)\\(\\s*\"([a-z.-]+)\"");
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            List<String> names =
                    named.matcher(text).results().map(use -> use.group(1)).toList();
            assertThat(any.matcher(text).results())
                    .as(source + " names its points in the code")
                    .hasSameSizeAs(names);
            used.addAll(names);
        }
        assertThat(Stream.of(points()).map(row -> row.split(", ")[1])).containsExactlyInAnyOrderElementsOf(used);
        assertThat(Stream.of(points()).map(row -> row.split(", ")[0]))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 19)
                        .mapToObj("FP%02d"::formatted)
                        .toList());
    }

    /** The sources of every module that ship. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../.."))) {
            return files.filter(path -> path.toString().contains("/src/main/java/"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("tranche/world/Failpoint.java"))
                    .toList();
        }
    }

    private static String[] points() {
        try {
            return CrashPointsTest.class
                    .getDeclaredMethod("loses_nothing_and_doubles_nothing", String.class, String.class)
                    .getAnnotation(CsvSource.class)
                    .value();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
