package tranche.launcher.demo;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command to be sent.
 *
 * @param key names it: how later steps refer to what it made, and what its idempotency key is made of
 * @param path below {@code /api/v1}; {@code {key}} stands for the id of what that step made
 * @param body in the order in which it is written, so that the same step is the same bytes; values may be {@link Made} and
 *     {@link Seen}
 */
public record Step(String key, By by, String path, Map<String, Object> body) {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)\\}");

    /** Who sends it: two persons, so that the maker never approves. */
    public enum By {
        MAKER("import-maker"),
        CHECKER("import-checker");

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

    /** What a request is told again by: without blanks, as the API has it. */
    public String idempotencyKey() {
        return "demo:" + key.replace(' ', '_');
    }

    /** The path with the ids in it. */
    public String path(UnaryOperator<String> idOf) {
        return REFERENCE
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        UUID.fromString(idOf.apply(found.group(1))).toString()));
    }
}
