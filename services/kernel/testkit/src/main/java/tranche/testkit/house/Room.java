package tranche.testkit.house;

import java.util.Locale;
import java.util.Set;

/**
 * The rooms of a feature, from the one that knows nobody upwards, and whom each may know. What goes beyond the plain table
 * of rooms has its reason beside it.
 */
enum Room {
    DOMAIN("domain", Set.of("domain"), Set.of("domain"), Set.of("values")),

    // The parts that records of several features share (a programme's terms, a scope) are written in one place.
    EVENTS("events", Set.of("events", "domain"), Set.of("events", "domain"), Set.of("values", "flow.writer")),

    // A row of one feature refers to a row of another.
    STORE(
            "store",
            Set.of("store", "domain"),
            Set.of("store", "domain"),
            Set.of(
                    "values",
                    "world",
                    "flow.file",
                    "flow.proposal",
                    "flow.read",
                    "flow.register",
                    "flow.sql",
                    "flow.writer")),

    // The portal's front doors know the manners of the web: a session is a cookie, a pass is a token.
    FRONT_DOOR(
            "",
            Set.of("", "store", "events", "domain"),
            Set.of("", "store", "domain"),
            Set.of("values", "world", "flow", "flow.file", "flow.proposal", "flow.register", "flow.writer", "web")),

    JOBS(
            "jobs",
            Set.of("jobs", "", "store", "domain"),
            Set.of("", "store", "domain"),
            Set.of("values", "world", "flow.writer")),

    REACTIONS(
            "reactions",
            Set.of("reactions", "", "store", "events", "domain"),
            Set.of("", "store", "domain"),
            Set.of("values", "world", "flow.inbox", "flow.writer")),

    API(
            "api",
            Set.of("api", "", "store", "domain"),
            Set.of("", "store", "domain"),
            Set.of("values", "world", "flow", "flow.proposal", "flow.writer", "web")),

    // Every page stands in the same frame and speaks the same words; an open page waits for the flow.
    PAGE(
            "page",
            Set.of("page", "", "store", "domain"),
            Set.of("page", "", "store", "domain"),
            Set.of("values", "world", "flow", "flow.writer", "web"));

    private final String folder;
    private final Set<String> own;
    private final Set<String> others;
    private final Set<String> kernel;

    /**
     * @param folder the package below the feature's; the front door is the feature's root and has none
     * @param own rooms of the same feature
     * @param others rooms of the service's other features
     * @param kernel {@code values}, {@code world} and {@code web} with all below them; {@code flow} and each of its
     *     packages by itself
     */
    Room(String folder, Set<String> own, Set<String> others, Set<String> kernel) {
        this.folder = folder;
        this.own = own;
        this.others = others;
        this.kernel = kernel;
    }

    String folder() {
        return folder;
    }

    /** Whether a class in this room, at {@code here}, may import one that lives at {@code there} in the same house. */
    boolean mayImport(Place here, Place there) {
        if (there.part().equals(here.part())) {
            return there.feature().equals(here.feature())
                    ? own.contains(there.room())
                    : !there.feature().isEmpty() && others.contains(there.room());
        }
        return kernel.contains(there.part()) && !there.part().equals("flow") || kernel.contains(there.path());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
