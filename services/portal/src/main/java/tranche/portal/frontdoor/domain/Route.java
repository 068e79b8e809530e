package tranche.portal.frontdoor.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a request of the API goes: by the first segment of its path, as the contract says at its head. */
public sealed interface Route {

    /** The services that a request can be for. */
    enum Service {
        COMMITMENTS,
        MILESTONES,
        NOTIFICATIONS,
        PORTAL;

        /** The name in configuration, tokens and parameters, for instance {@code commitments}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The portal answers itself. */
    record Own() implements Route {}

    /**
     * A service answers.
     *
     * @param services the first one of them that knows the object
     */
    record To(List<Service> services) implements Route {
        public To {
            services = List.copyOf(services);
        }
    }

    /**
     * Whose approval is asked for: the portal's own are in its own tables, all others are a service's.
     *
     * @param approval the id in the path
     * @param otherwise the first one of them that knows it
     */
    record OwnIfKnown(UUID approval, List<Service> otherwise) implements Route {
        public OwnIfKnown {
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Nobody answers: the path or a parameter is none of the contract's. */
    record Nowhere() implements Route {}

    /** What stands before every path of the API. */
    String BASE = "/api/v1/";

    /** Characters of a path segment (RFC 3986), encoded ones without those that end a segment or a line. */
    Pattern SEGMENT = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%(?!2[fF]|5[cC]|2[eE]|[01])[0-9A-Fa-f]{2})+");

    Set<String> OF_MILESTONES = Set.of("projects", "milestones", "evidence", "outcomes");
    Set<String> OF_NOTIFICATIONS =
            Set.of("recipients", "subscriptions", "preferences", "webhook-endpoints", "alerts", "deliveries");
    Set<String> OF_THE_PORTAL = Set.of("accounts", "grants", "api-keys", "openapi.yaml");
    Set<String> BY_SERVICE = Set.of("approvals", "audit", "dead-letters");
    Set<String> IMPORTS_OF_MILESTONES = Set.of("projects", "milestones");

    /** Where what waits for a second person, and an import, may be, when the path has its id alone. */
    List<Service> WITH_PROPOSALS = List.of(Service.COMMITMENTS, Service.MILESTONES);

    /** Bodies that are files: imports, documents, evidence. */
    Set<String> OF_FILES = Set.of("imports", "documents");

    /**
     * Finds the way.
     *
     * @param path as it came, still encoded
     * @param service the parameter of this name, where there is one
     * @param kind the parameter of this name, where there is one
     */
    static Route of(String path, Optional<String> service, Optional<String> kind) {
        if (!path.startsWith(BASE)) {
            return new Nowhere();
        }
        List<String> segments = List.of(path.substring(BASE.length()).split("/", -1));
        boolean wellFormed = segments.stream()
                .allMatch(
                        segment -> SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals(".."));
        if (!wellFormed) {
            return new Nowhere();
        }
        String first = segments.getFirst();
        if (OF_THE_PORTAL.contains(first)) {
            return new Own();
        }
        if (OF_MILESTONES.contains(first)) {
            return to(Service.MILESTONES);
        }
        if (OF_NOTIFICATIONS.contains(first)) {
            return to(Service.NOTIFICATIONS);
        }
        if (BY_SERVICE.contains(first)) {
            return service.map(Route::named).orElseGet(() -> byId(segments));
        }
        if (first.equals("imports")) {
            return imports(segments, kind);
        }
        return to(Service.COMMITMENTS);
    }

    /** Whether the body may be as long as a file. */
    static boolean takesFiles(String path) {
        String below = path.substring(Math.min(BASE.length(), path.length()));
        return OF_FILES.stream().anyMatch(first -> below.equals(first) || below.startsWith(first + "/"))
                || below.endsWith("/evidence");
    }

    private static Route named(String service) {
        for (Service known : Service.values()) {
            if (known.code().equals(service)) {
                return known == Service.PORTAL ? new Own() : to(known);
            }
        }
        return new Nowhere();
    }

    private static Route byId(List<String> segments) {
        boolean oneApproval = segments.getFirst().equals("approvals") && segments.size() > 1;
        Optional<UUID> id = oneApproval ? id(segments.get(1)) : Optional.empty();
        return id.<Route>map(approval -> new OwnIfKnown(approval, WITH_PROPOSALS))
                .orElseGet(() -> to(Service.COMMITMENTS));
    }

    private static Route imports(List<String> segments, Optional<String> kind) {
        if (kind.isPresent()) {
            return to(IMPORTS_OF_MILESTONES.contains(kind.get()) ? Service.MILESTONES : Service.COMMITMENTS);
        }
        return segments.size() > 1 ? new To(WITH_PROPOSALS) : to(Service.COMMITMENTS);
    }

    private static Optional<UUID> id(String segment) {
        try {
            UUID id = UUID.fromString(segment);
            return id.toString().equals(segment) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static To to(Service service) {
        return new To(List.of(service));
    }
}
