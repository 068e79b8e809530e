package tranche.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.engines.EngineException;
import tranche.engines.Ports;
import tranche.engines.process.ChildProcess;
import tranche.engines.process.Program;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

class EmbeddedPostgresTest {

    private static final Path CACHE = Path.of("target", "engines").toAbsolutePath();

    /** A server that was started once: to make another takes longer than to copy it. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private int port;
    private Secrets secrets;

    @BeforeAll
    static void make() {
        EmbeddedPostgres.start(
                        made.resolve("postgres"),
                        CACHE,
                        Ports.free(1).getFirst(),
                        new Secrets(made.resolve("secrets"), new RandomIds()))
                .close();
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        port = Ports.free(1).getFirst();
        secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
    }

    @Test
    void confirms_only_what_is_on_disk() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");

            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting ->
                            assertThat(ask(database, "show " + setting)).isEqualTo("on"));
            assertThat(ask(database, "show max_locks_per_transaction")).isEqualTo("256");
            assertThat(ask(database, "show server_version")).startsWith("18.");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void keeps_data_and_passwords_over_a_restart() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");
            execute(asOwner(database), "create table kept(number int); insert into kept values (7)");
        }
        secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");
            execute(asOwner(database), "grant select on kept to books");

            assertThat(ask(database, "select number from kept")).isEqualTo("7");
        }
    }

    @Test
    void keeps_what_was_committed_when_the_server_is_killed() throws Exception {
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");
            execute(asOwner(database), "create table kept(number int); insert into kept values (7)");
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            ProcessHandle.of(server.pid()).ifPresent(killed -> killed.onExit().join());
        }
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");
            execute(asOwner(database), "grant select on kept to books");

            assertThat(ask(database, "select number from kept")).isEqualTo("7");
        }
    }

    @Test
    void stops_a_server_that_outlived_its_launcher_and_starts_its_own() throws Exception {
        long orphan;
        try (EmbeddedPostgres first = start()) {
            first.database("books");
        }
        Process left = ChildProcess.start(new Program(
                List.of(
                        PostgresBinaries.in(CACHE).program("postgres"),
                        "-D",
                        folder.toRealPath().resolve("postgres/data").toString(),
                        "-c",
                        "port=" + Ports.free(1).getFirst(),
                        "-c",
                        "unix_socket_directories="),
                Map.of(),
                folder,
                folder.resolve("orphan.log"),
                "INT",
                true));
        orphan = left.pid();
        awaitReady();

        try (EmbeddedPostgres server = start()) {
            assertThat(left.waitFor(1, TimeUnit.SECONDS)).isTrue();
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(ask(server.database("books"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void lets_a_stranger_live_whose_process_id_stands_in_a_stale_file() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.resolve("postgres/data/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("postgres/data") + "\n0\n");

            try (EmbeddedPostgres server = start()) {
                assertThat(server.isRunning()).isTrue();
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void asks_every_role_for_its_password() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase database = server.database("books");

            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(folder.resolve("secrets"))
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void keeps_one_service_out_of_anothers_database() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            ServiceDatabase books = server.database("books");
            ServiceDatabase letters = server.database("letters");

            assertThatThrownBy(() -> DriverManager.getConnection(books.url(), letters.user(), letters.password()))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> execute(
                            DriverManager.getConnection(books.url(), books.user(), books.password()),
                            "create table mine(number int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void says_what_the_server_said_when_it_does_not_start() throws Exception {
        start().close();
        Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "99\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("initialized by PostgreSQL version 99");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder.resolve("postgres"), CACHE, port, secrets);
    }

    private void awaitReady() {
        org.awaitility.Awaitility.await().until(() -> {
            Path pid = folder.resolve("postgres/data/postmaster.pid");
            return Files.exists(pid) && Files.readString(pid).contains("ready");
        });
    }

    private static Connection asOwner(ServiceDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(ServiceDatabase database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
