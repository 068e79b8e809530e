package tranche.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The one catalogue of errors, {@code schemas/problems.yaml}: every refusal's status and words, every finding's words. */
public final class Problems {

    /** Where the catalogue lies on the class path. */
    private static final String PATH = "/tranche/schemas/problems.yaml";

    /**
     * What is told of one code.
     *
     * @param status of HTTP, 400 to 599
     * @param detail the sentence that the facts fill, where the code has one
     * @param rule where the rule is written
     */
    public record Entry(String code, int status, Words title, Optional<Words> detail, String rule, Words remedy) {}

    private final Map<String, Entry> entries;
    private final Map<String, Words> findings;

    private Problems(Map<String, Entry> entries, Map<String, Words> findings) {
        this.entries = entries;
        this.findings = findings;
    }

    /**
     * Reads the catalogue from the class path.
     *
     * @throws IllegalStateException if it is not there, or an entry lacks a part
     */
    public static Problems load() {
        try (InputStream file = Problems.class.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException("the catalogue of problems is not on the class path");
            }
            Map<?, ?> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file), "the catalogue");
            return new Problems(
                    read(map(root.get("problems"), "problems"), code -> value -> entry(code, map(value, code))),
                    read(map(root.get("findings"), "findings"), code -> value -> words(value, code)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is told of a code; empty where the catalogue does not have it. */
    public Optional<Entry> entry(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The sentence of a finding's code: its own, or the title of the problem of that code. */
    public Optional<Words> finding(String code) {
        return Optional.ofNullable(findings.get(code)).or(() -> entry(code).map(Entry::title));
    }

    /** Codes of all problems, in the order of the file. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    private static <T> Map<String, T> read(Map<?, ?> from, Function<String, Function<Object, T>> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        from.forEach((code, value) ->
                read.put(code.toString(), reader.apply(code.toString()).apply(value)));
        return read;
    }

    private static Entry entry(String code, Map<?, ?> from) {
        if (!(from.get("status") instanceof Integer status) || status < 400 || status > 599) {
            throw new IllegalStateException(code + " has no status of an error");
        }
        return new Entry(
                code,
                status,
                words(from.get("title"), code + ".title"),
                Optional.ofNullable(from.get("detail")).map(detail -> words(detail, code + ".detail")),
                text(from.get("rule"), code + ".rule"),
                words(from.get("remedy"), code + ".remedy"));
    }

    private static Words words(@Nullable Object from, String where) {
        Map<?, ?> languages = map(from, where);
        return new Words(text(languages.get("en"), where + ".en"), text(languages.get("fr"), where + ".fr"));
    }

    private static Map<?, ?> map(@Nullable Object from, String where) {
        if (from instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException(where + " is missing from the catalogue of problems");
    }

    private static String text(@Nullable Object from, String where) {
        if (from instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException(where + " is missing from the catalogue of problems");
    }
}
