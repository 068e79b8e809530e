package tranche.launcher.up;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.PostgresServer;
import tranche.launcher.CannotRun;

/** Servers that run already, in place of the embedded ones: addresses by options, logins by the environment. */
final class OwnServers {

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

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "where a schema registry's Confluent API begins (login, if it asks for one:"
                    + " TRANCHE_REGISTRY_USER and TRANCHE_REGISTRY_PASSWORD)")
    private @Nullable String registry;

    private final UnaryOperator<@Nullable String> environment;

    OwnServers() {
        this(System::getenv);
    }

    /** @param environment the value of a variable, null where it is not set */
    OwnServers(UnaryOperator<@Nullable String> environment) {
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

    /** Where the given registry's API begins, without a slash at its end. */
    Optional<URI> registry() {
        return Optional.ofNullable(registry).map(OwnServers::http);
    }

    Optional<Login> registryLogin() {
        return registry().flatMap(_ -> login("REGISTRY"));
    }

    /**
     * Demo accounts have known names and their passwords lie in a file: they are for this machine only.
     *
     * @throws CannotRun naming the server that is elsewhere
     */
    void requireThisMachine() {
        kafka().ifPresent(bootstrap -> requireThisMachine("--kafka", hosts(bootstrap)));
        postgres().ifPresent(server -> requireThisMachine("--postgres", hosts(server.hosts())));
        registry().ifPresent(url -> requireThisMachine("--registry", List.of(url.getHost())));
    }

    private static void requireThisMachine(String option, List<String> hosts) {
        for (String host : hosts) {
            if (!isThisMachine(host)) {
                throw new CannotRun("--demo makes accounts for trying out and takes servers of this machine only; "
                        + option + " names " + host + ". Leave one of the two out.");
            }
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static List<String> hosts(String addresses) {
        return Arrays.stream(addresses.split(","))
                .map(address -> address.replaceFirst(":[0-9]*$", ""))
                .toList();
    }

    private static URI http(String url) {
        try {
            URI uri = URI.create(url.replaceFirst("/+$", ""));
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below, without repeating what may hold a password.
        }
        throw new CannotRun("--registry takes an address such as http://localhost:8081, without a user or a password.");
    }

    private Optional<Login> login(String server) {
        return variable("TRANCHE_" + server + "_USER")
                .map(user -> new Login(
                        user, variable("TRANCHE_" + server + "_PASSWORD").orElse("")));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }
}
