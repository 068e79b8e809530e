package tranche.launcher.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command to be sent, or something to be read because later steps need what it says.
 *
 * @param key names it: how later steps refer to what it made, and what its idempotency key is made of
 * @param path below {@code /api/v1}; {@code {key}} stands for the id of what that step made, {@code {key->member}} for the id
 *     in that member of its answer
 * @param body in the order in which it is written, so that the same step is the same bytes; values may be {@link Made},
 *     {@link Seen}, {@link OfLine} and, once, a {@link TextFile}, which makes it a form
 */
public record Step(String key, By by, Does does, String path, Map<String, Object> body) {

    /** Stands between a step's key and a member of its answer. */
    public static final String MEMBER = "->";

    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)\\}");

    /** A command of the contract. */
    public Step(String key, By by, String path, Map<String, Object> body) {
        this(key, by, Does.COMMAND, path, body);
    }

    /** Reads an object. */
    static Step read(String key, By by, String path) {
        return new Step(key, by, Does.READ, path, Map.of());
    }

    /** What a step is to the services. */
    public enum Does {
        COMMAND,
        READ
    }

    /** Who sends it: several persons, so that the maker never approves and whoever claims never verifies. */
    public enum By {
        MAKER("import-maker"),
        CHECKER("import-checker"),
        REPORTER("site-reporter"),
        VERIFIER("verifier");

        private final String account;

        By(String account) {
            this.account = account;
        }

        /** The username. */
        public String account() {
            return account;
        }
    }

    /** Stands for the id of what an earlier step made. */
    public record Made(String key) {}

    /** Stands for the content hash that the answer to an earlier step showed. */
    public record Seen(String key) {}

    /**
     * Stands for what a call says of the line of a commitment.
     *
     * @param call the step that read the call
     * @param commitment the step that made the commitment
     * @param pointer within the line (RFC 6901)
     */
    public record OfLine(String call, String commitment, String pointer) {}

    /** A text that is sent as a file. */
    public record TextFile(String name, String text) {}

    /** What a request is told again by: without blanks, as the API has it. */
    public String idempotencyKey() {
        return "demo:" + key.replace(' ', '_');
    }

    /** The steps that must have been sent before: what the path and the body refer to. */
    public Set<String> references() {
        Set<String> keys = new LinkedHashSet<>(subjects());
        collect(body, keys);
        return keys;
    }

    private static void collect(Object value, Set<String> keys) {
        switch (value) {
            case Made(String key) -> keys.add(key);
            case Seen(String key) -> keys.add(key);
            case OfLine line -> keys.addAll(List.of(line.call(), line.commitment()));
            case Map<?, ?> fields -> fields.values().forEach(field -> collect(field, keys));
            case List<?> items -> items.forEach(item -> collect(item, keys));
            default -> {
                // A value of its own.
            }
        }
    }

    /** The steps that made what the path names: what the command is done to. */
    public List<String> subjects() {
        return REFERENCE
                .matcher(path)
                .results()
                .map(found -> found.group(1).split(MEMBER, 2)[0])
                .toList();
    }

    /** The path with the ids in it. */
    public String path(UnaryOperator<String> idOf) {
        return REFERENCE
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        UUID.fromString(idOf.apply(found.group(1))).toString()));
    }
}
