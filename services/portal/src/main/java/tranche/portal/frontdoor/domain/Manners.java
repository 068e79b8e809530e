package tranche.portal.frontdoor.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which headers pass the front door. */
public final class Manners {

    /**
     * What a service needs to know of a request. Everything else stays outside: credentials, cookies, the headers of the
     * connection, and those by which somebody could pretend to be another host or address.
     */
    private static final Set<String> INWARDS = Set.of(
            "accept",
            "accept-language",
            "content-disposition",
            "content-encoding",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "traceparent",
            "tracestate",
            "tranche-position");

    /** Of the connection between two hops (RFC 9110 §7.6.1), and what the portal says itself. */
    private static final Set<String> NOT_OUTWARDS = Set.of(
            "connection",
            "content-length",
            "date",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "server",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private Manners() {}

    /** The headers of a request that go on to the service, by name in lower case. */
    public static Map<String, List<String>> inwards(Map<String, List<String>> headers) {
        Map<String, List<String>> passed = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (INWARDS.contains(lower) && values.stream().allMatch(Manners::isOneLine)) {
                passed.computeIfAbsent(lower, key -> new ArrayList<>()).addAll(values);
            }
        });
        return passed;
    }

    /** The headers of a reply that go on to the caller, by name in lower case. */
    public static Map<String, List<String>> outwards(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        Set<String> dropped = new HashSet<>(NOT_OUTWARDS);
        lower.getOrDefault("connection", List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(dropped::add);
        Map<String, List<String>> passed = new TreeMap<>();
        lower.forEach((name, values) -> {
            if (!dropped.contains(name) && !name.startsWith(":")) {
                passed.put(name, values);
            }
        });
        return passed;
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(character -> character == '\r' || character == '\n' || character == 0);
    }
}
