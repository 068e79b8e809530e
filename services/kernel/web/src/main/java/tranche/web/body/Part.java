package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of a request's JSON, the outermost or one within it: which of its fields were read, and where what was found
 * wrong stands. What the fields are read as is {@link Body}'s.
 */
final class Part {

    private final JsonNode node;
    private final String pointer;
    private final Findings findings;
    private final Set<String> read = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    private Part(JsonNode node, String pointer, Findings findings) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** The outermost; that it is no object is found at once. */
    static Part outermost(JsonNode node) {
        Part part = new Part(node, "", new Findings());
        if (!node.isObject()) {
            part.wrongType("", "object");
        }
        return part;
    }

    /** One that is not there: nothing is required of it, and nothing in it is unread. */
    static Part absent() {
        return new Part(JsonNodeFactory.instance.nullNode(), "", new Findings());
    }

    boolean isAbsent() {
        return node.isNull();
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** Its fields' names, in their order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The JSON pointer of this part. */
    String place() {
        return pointer;
    }

    /** The JSON pointer of one of its fields. */
    String pointer(String field) {
        return pointer + step(field);
    }

    static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    void find(String field, String code, Map<String, Object> facts) {
        findAt(pointer(field), code, facts);
    }

    void findAt(String at, String code, Map<String, Object> facts) {
        findings.add(at, code, facts);
    }

    /** A field that is there names something, which may not be. */
    void refer(String field, BooleanSupplier isThere) {
        findings.refer(pointer(field), isThere);
    }

    void wrongType(String at, String expected) {
        findAt(at, "wrong-type", Map.of("expected", expected));
    }

    /** The field's value; null where it has none. The field counts as read. */
    @Nullable
    JsonNode value(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Reads a field that must be there; nothing where it is missing or wrong, which has then been found. */
    <T> Optional<T> needed(String field, Function<JsonNode, Optional<T>> reader) {
        JsonNode value = value(field);
        if (value == null && node.isObject()) {
            find(field, "required", Map.of());
        }
        return value == null ? Optional.empty() : reader.apply(value);
    }

    /** Reads a field that must be there, with what stands in where it is missing or wrong. */
    <T> T required(String field, Supplier<T> standIn, Function<JsonNode, Optional<T>> reader) {
        return needed(field, reader).orElseGet(standIn);
    }

    /** Reads a field that may be left out. */
    <T> Optional<T> optional(String field, Function<JsonNode, Optional<T>> reader) {
        JsonNode value = value(field);
        return value == null ? Optional.empty() : reader.apply(value);
    }

    /** Reads one item of a list. */
    interface ItemReader<T> {
        Optional<T> read(String at, JsonNode item);
    }

    /** Reads a list; none where it is missing, which is found only if {@code least} is above zero. */
    <T> List<T> list(String field, int least, int most, ItemReader<T> reader) {
        JsonNode value = value(field);
        if (value == null) {
            if (least > 0 && node.isObject()) {
                find(field, "required", Map.of());
            }
            return List.of();
        }
        String at = pointer(field);
        if (!value.isArray()) {
            wrongType(at, "list");
            return List.of();
        }
        if (value.size() > most) {
            findAt(at, "too-many-items", Map.of("max", most));
            return List.of();
        }
        if (value.size() < least) {
            findAt(at, "too-few-items", Map.of("min", least));
        }
        List<T> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            reader.read(at + "/" + i, value.get(i)).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    /** An object within this one; nothing where it is none, which has then been found. */
    Optional<Part> within(String at, JsonNode value) {
        if (!value.isObject()) {
            wrongType(at, "object");
            return Optional.empty();
        }
        Part part = new Part(value, at, findings);
        parts.add(part);
        return Optional.of(part);
    }

    boolean isWrongSoFar() {
        return !findings.isEmpty();
    }

    boolean hasUnread() {
        return names().stream().anyMatch(field -> !read.contains(field))
                || parts.stream().anyMatch(Part::hasUnread);
    }

    /** @throws tranche.web.problem.Problem {@code validation} with all findings, if there are any */
    void check() {
        findUnread();
        findings.check();
    }

    private void findUnread() {
        names().stream()
                .filter(field -> !read.contains(field))
                .forEach(field -> find(field, "unknown-field", Map.of()));
        parts.forEach(Part::findUnread);
    }
}
