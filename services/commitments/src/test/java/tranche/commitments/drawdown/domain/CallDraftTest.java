package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;
import tranche.world.ids.Ids;

@DisplayName("D-5: the id of the one call that a version of conditions drafts")
class CallDraftTest {

    static List<Vector> ids() {
        return Vectors.of("id");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void is_the_one_of_the_vectors(Vector vector) {
        List<String> got = new ArrayList<>();
        for (JsonNode one : vector.input().get("cases")) {
            var tranche = new TrancheId(UUID.fromString(one.get("tranche").textValue()));
            got.add(CallDraft.idOf(tranche, one.get("conditionVersion").intValue())
                    .toString());
        }
        List<String> expected = new ArrayList<>();
        vector.expected().get("callIds").forEach(one -> expected.add(one.textValue()));

        assertThat(got).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void is_made_as_all_ids_of_causes_are() {
        for (int version = 1; version < 200; version++) {
            assertThat(CallDraft.idOf(Slices.FIRST, version))
                    .isEqualTo(Ids.ofCause("tranche:" + Slices.FIRST + ":" + version));
        }
    }
}
