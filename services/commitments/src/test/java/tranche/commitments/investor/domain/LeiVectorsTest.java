package tranche.commitments.investor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;

class LeiVectorsTest {

    static List<Vector> vectors() {
        return Vectors.of("lei");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tells_the_valid_from_the_others(Vector vector) {
        List<Boolean> valid = new ArrayList<>();
        for (JsonNode value : vector.input().get("values")) {
            valid.add(Lei.isValid(value.textValue()));
        }

        List<Boolean> expected = new ArrayList<>();
        vector.expected().get("valid").forEach(truth -> expected.add(truth.booleanValue()));
        assertThat(valid).isEqualTo(expected);
    }
}
