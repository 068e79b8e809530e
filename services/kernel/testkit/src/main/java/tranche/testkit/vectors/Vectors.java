package tranche.testkit.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads {@code domain-vectors.json}: every worked number that the rules of the domain give. */
public final class Vectors {

    /** Where the file lies on the class path. */
    public static final String RESOURCE = "/tranche/testkit/vectors/domain-vectors.json";

    private Vectors() {}

    /**
     * One worked example.
     *
     * @param id for instance {@code alloc-01}; what stands before the number names the kind
     * @param rule the rule that it shows, for instance {@code D-20}
     * @param expected exact, character by character
     */
    public record Vector(String id, String rule, String title, JsonNode input, JsonNode expected) {

        /** The name that a test of this vector carries. */
        @Override
        public String toString() {
            return id + " (" + rule + "): " + title;
        }
    }

    /**
     * The vectors of a kind, in the order of the file.
     *
     * @param kind for instance {@code alloc}
     * @throws IllegalArgumentException if there is none: a test without cases would pass for years
     */
    public static List<Vector> of(String kind) {
        List<Vector> vectors = all().stream()
                .filter(vector -> vector.id().startsWith(kind + "-"))
                .toList();
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("no vector of the kind " + kind);
        }
        return vectors;
    }

    /** All vectors, in the order of the file. */
    public static List<Vector> all() {
        try (InputStream file = Vectors.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(file)
                                    .required("vectors")
                                    .spliterator(),
                            false)
                    .map(Vectors::vector)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vector vector(JsonNode node) {
        return new Vector(
                node.required("id").textValue(),
                node.required("rule").textValue(),
                node.required("title").textValue(),
                node.required("input"),
                node.required("expected"));
    }
}
