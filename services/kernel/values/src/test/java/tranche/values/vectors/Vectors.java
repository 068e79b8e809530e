package tranche.values.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the worked examples. The testkit's reader cannot be used here: the testkit stands on the values. */
public final class Vectors {

    private static final String RESOURCE = "/tranche/testkit/vectors/domain-vectors.json";

    private Vectors() {}

    /** One worked example; it prints as the name of its test. */
    public record Vector(String id, String rule, String title, JsonNode input, JsonNode expected) {

        @Override
        public String toString() {
            return id + " (" + rule + "): " + title;
        }
    }

    /** The vectors of a kind, in the order of the file; never none. */
    public static List<Vector> of(String kind) {
        List<Vector> vectors = new ArrayList<>();
        try (InputStream file = Vectors.class.getResourceAsStream(RESOURCE)) {
            for (JsonNode node : new ObjectMapper().readTree(file).required("vectors")) {
                if (node.get("id").textValue().startsWith(kind + "-")) {
                    vectors.add(new Vector(
                            node.get("id").textValue(),
                            node.get("rule").textValue(),
                            node.get("title").textValue(),
                            node.get("input"),
                            node.get("expected")));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("no vector of the kind " + kind);
        }
        return vectors;
    }
}
