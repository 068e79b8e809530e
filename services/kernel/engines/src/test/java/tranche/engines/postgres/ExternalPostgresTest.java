package tranche.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.engines.EngineException;
import tranche.engines.Ports;
import tranche.engines.secret.Secrets;
import tranche.world.ids.RandomIds;

class ExternalPostgresTest {

    private static final String PASSWORD = "of-the-administrator";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;
    private static PostgresServer address;

    @BeforeAll
    static void start() throws SQLException {
        Secrets secrets = new Secrets(folder.resolve("secrets"), new RandomIds());
        server = EmbeddedPostgres.start(
                folder.resolve("postgres"),
                Path.of("target", "engines").toAbsolutePath(),
                Ports.free(1).getFirst(),
                secrets);
        address = PostgresServer.of("postgresql://localhost:" + server.port() + "?connectTimeout=20");
        try (Connection connection = DriverManager.getConnection(
                        address.url("postgres"), "postgres", secrets.of("postgres.postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create role chief login createdb createrole password '" + PASSWORD + "'");
            statement.execute("create role hasty login createdb createrole password '" + PASSWORD + "'");
            statement.execute("alter role hasty set synchronous_commit = off");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void makes_a_service_its_database_without_being_superuser_and_finds_it_again() throws SQLException {
        ServiceDatabase made = ExternalPostgres.at(address, "chief", PASSWORD).database("books");
        try (Connection owner = DriverManager.getConnection(made.url(), made.owner(), made.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("create table entry (id int)");
            statement.execute("grant select on entry to " + made.user());
        }

        ServiceDatabase found = ExternalPostgres.at(address, "chief", PASSWORD).database("books");

        assertThat(found).isEqualTo(made);
        try (Connection user = DriverManager.getConnection(found.url(), found.user(), found.password());
                Statement statement = user.createStatement()) {
            assertThat(statement.executeQuery("select from entry").next()).isFalse();
            assertThatThrownBy(() -> statement.execute("create table other (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refuses_a_server_that_does_not_keep_what_it_confirms() {
        assertThatThrownBy(() -> ExternalPostgres.at(address, "hasty", PASSWORD))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("synchronous_commit=off");
    }

    @Test
    void refuses_a_wrong_password() {
        assertThatThrownBy(() -> ExternalPostgres.at(address, "chief", "guessed"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot be used");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5432",
                "http://localhost",
                "postgresql://localhost:5432/books",
                "postgresql://somebody:secret@localhost:5432"
            })
    void refuses_an_address_that_is_none_of_a_server(String text) {
        assertThatThrownBy(() -> PostgresServer.of(text))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no address of a PostgreSQL server")
                .hasMessageNotContaining("secret");
    }
}
