package tranche.milestones.slip.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;

class BandVectorsTest {

    static List<Vector> vectors() {
        return Vectors.of("band");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void finds_the_worse_band_over_both_baselines(Vector vector) {
        JsonNode input = vector.input();
        Band band = input.has("start")
                ? Band.ofSchedule(
                        date(input, "start"),
                        date(input, "forecastFinish"),
                        date(input, "currentBaselineFinish"),
                        date(input, "originalBaselineFinish"))
                : Band.ofCost(amount(input, "forecast"), amount(input, "current"), amount(input, "original"));

        assertThat(band.name()).isEqualTo(vector.expected().get("band").textValue());
    }

    @Test
    void a_baseline_that_leaves_no_time_has_no_proportion() {
        LocalDate start = LocalDate.of(2026, 11, 23);

        assertThat(Band.ofSchedule(start, start.plusDays(9), start, start)).isEqualTo(Band.NONE);
    }

    private static LocalDate date(JsonNode input, String member) {
        return LocalDate.parse(input.get(member).textValue());
    }

    private static BigDecimal amount(JsonNode input, String member) {
        return new BigDecimal(input.get(member).textValue());
    }
}
