package tranche.auditor.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.auditor.event.Hashes;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;

class CanonicalVectorsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS);

    static List<Vector> chains() {
        return Vectors.of("chain");
    }

    @ParameterizedTest
    @MethodSource("chains")
    void gives_the_texts_and_the_hashes_of_the_worked_chain(Vector vector) {
        List<String> texts = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        byte[] previous = Hashes.genesis();
        for (JsonNode entry : vector.input().get("entries")) {
            String text = Canonical.of(JSON.convertValue(entry, Map.class));
            previous = Hashes.sha256(previous, text.getBytes(UTF_8));
            texts.add(text);
            hashes.add(HexFormat.of().formatHex(previous));
        }

        assertThat(texts).isEqualTo(strings(vector.expected().get("canonical")));
        assertThat(hashes).isEqualTo(strings(vector.expected().get("hashes")));
    }

    @Test
    void escapes_what_must_be_and_nothing_else() {
        assertThat(Canonical.of("\u0001\b\t\n\f\r\"\\/\u007f\u20ac\ud83d\ude00"))
                .isEqualTo("\"\\u0001\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u20ac\ud83d\ude00\"");
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(text -> strings.add(text.textValue()));
        return strings;
    }
}
