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
import tranche.launcher.CannotRun;

/** All servers that can run already, in place of the embedded ones. */
final class OwnServers extends OwnStores {

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "where a schema registry's Confluent API begins (login, if it asks for one:"
                    + " TRANCHE_REGISTRY_USER and TRANCHE_REGISTRY_PASSWORD)")
    private @Nullable String registry;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "a mail host for outgoing e-mail, in place of the mailbox on this machine (login, if it asks"
                    + " for one: TRANCHE_SMTP_USER and TRANCHE_SMTP_PASSWORD, sent over TLS alone; the sender's"
                    + " address: TRANCHE_MAIL_FROM)")
    private @Nullable String smtp;

    OwnServers() {}

    /** @param environment the value of a variable, null where it is not set */
    OwnServers(UnaryOperator<@Nullable String> environment) {
        super(environment);
    }

    /** Where the given registry's API begins, without a slash at its end. */
    Optional<URI> registry() {
        return Optional.ofNullable(registry).map(OwnServers::http);
    }

    Optional<Login> registryLogin() {
        return registry().flatMap(_ -> login("REGISTRY"));
    }

    /** The given mail host. */
    Optional<MailHostAddress> smtp() {
        return Optional.ofNullable(smtp).map(MailHostAddress::of);
    }

    Optional<Login> smtpLogin() {
        return smtp().flatMap(_ -> login("SMTP"));
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
        smtp().ifPresent(address -> requireThisMachine("--smtp", List.of(address.host())));
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
}
