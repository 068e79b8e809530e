package tranche.launcher.up;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tranche.launcher.CannotRun;

/** Where services listen, and where those are that run elsewhere. Where nothing is said, all of it is this machine. */
final class Addresses {

    static final String THIS_MACHINE = "127.0.0.1";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "the address to listen on (default: " + THIS_MACHINE + ", which others cannot reach)")
    private String host = THIS_MACHINE;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "where people open the portal (default: http://localhost:PORT)")
    private @Nullable String origin;

    @Option(
            names = "--peers",
            paramLabel = "SERVICE=URL",
            split = ",",
            description = "where services answer that run elsewhere")
    private Map<String, String> peers = new TreeMap<>();

    String host() {
        return host;
    }

    /** How people reach the portal, without a slash at its end. */
    String origin(PortPlan ports) {
        return Optional.ofNullable(origin)
                .map(url -> http("--origin", url))
                .orElse("http://localhost:" + ports.portal());
    }

    /** Where a service answers the others. */
    String of(HostedService service, PortPlan ports) {
        return Optional.ofNullable(peers.get(service.title()))
                .map(url -> http("--peers", url))
                .orElseGet(() -> "http://" + besideUs() + ":" + service.port(ports));
    }

    /** Services of this process listen where it does; on all addresses, they do on this machine's own, too. */
    private String besideUs() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress() ? THIS_MACHINE : inAddress(host);
        } catch (UnknownHostException unknown) {
            return THIS_MACHINE;
        }
    }

    private static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** @throws CannotRun naming what is wrong, before anything is started */
    void require() {
        peers.keySet().forEach(HostedService::named);
        peers.values().forEach(url -> http("--peers", url));
        Optional.ofNullable(origin).ifPresent(url -> http("--origin", url));
        isThisMachine();
    }

    boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new CannotRun("--host takes an address of this machine; nothing is known of " + host + ".");
        }
    }

    private static String http(String option, String url) {
        try {
            URI uri = URI.create(url.replaceFirst("/+$", ""));
            boolean hasPath = uri.getPath() != null && !uri.getPath().isEmpty();
            if (uri.getHost() != null
                    && !hasPath
                    && uri.getUserInfo() == null
                    && uri.getScheme().matches("https?")) {
                return uri.toString();
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below.
        }
        throw new CannotRun(
                option + " takes addresses such as http://tranche.example:8080, without a path; got " + url + ".");
    }
}
