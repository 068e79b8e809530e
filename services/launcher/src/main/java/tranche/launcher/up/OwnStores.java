package tranche.launcher.up;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.PostgresServer;
import tranche.launcher.CannotRun;

/**
 * A Kafka and a PostgreSQL that run already, in place of the embedded ones: addresses by options, logins by the
 * environment.
 */
public class OwnStores {

    /** How to sign in to a server. */
    record Login(String name, String password) {

        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }

    @Option(
            names = "--kafka",
            paramLabel = "BOOTSTRAP",
            description = "Kafka's HOST:PORT,... (login, if it asks for one: TRANCHE_KAFKA_USER and"
                    + " TRANCHE_KAFKA_PASSWORD, SCRAM-SHA-256)")
    private @Nullable String kafka;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "PostgreSQL's postgresql://HOST:PORT (TRANCHE_POSTGRES_USER and TRANCHE_POSTGRES_PASSWORD: a"
                    + " role that may make databases and roles)")
    private @Nullable String postgres;

    private final UnaryOperator<@Nullable String> environment;

    /** The servers that options name, with the logins of this process's environment. */
    public OwnStores() {
        this(System::getenv);
    }

    /** @param environment the value of a variable, null where it is not set */
    OwnStores(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    Optional<String> kafka() {
        return Optional.ofNullable(kafka);
    }

    /** The login at the given Kafka; empty where none is set. */
    Optional<KafkaLogin> kafkaLogin() {
        return kafka().flatMap(bootstrap ->
                login("KAFKA").map(login -> new KafkaLogin(bootstrap, login.name, login.password)));
    }

    Optional<PostgresServer> postgres() {
        return Optional.ofNullable(postgres).map(PostgresServer::of);
    }

    /** The administrator's login at the given PostgreSQL, which always needs one. */
    Login postgresLogin() {
        return login("POSTGRES")
                .filter(login -> !login.password.isEmpty())
                .orElseThrow(() -> new CannotRun(
                        "--postgres needs a role that may make databases and roles: set TRANCHE_POSTGRES_USER and"
                                + " TRANCHE_POSTGRES_PASSWORD."));
    }

    /** The login that the environment has for a server; empty where it has none. */
    final Optional<Login> login(String server) {
        return variable("TRANCHE_" + server + "_USER")
                .map(user -> new Login(
                        user, variable("TRANCHE_" + server + "_PASSWORD").orElse("")));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }
}
