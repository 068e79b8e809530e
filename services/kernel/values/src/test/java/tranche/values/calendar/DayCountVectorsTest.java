package tranche.values.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.values.money.Fraction;
import tranche.values.vectors.Vectors;
import tranche.values.vectors.Vectors.Vector;

class DayCountVectorsTest {

    static List<Vector> vectors() {
        return Vectors.of("daycount");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void gives_the_same_fraction_in_lowest_terms_by_each_convention(Vector vector) {
        var start = LocalDate.parse(vector.input().get("start").textValue());
        var end = LocalDate.parse(vector.input().get("end").textValue());
        Map<String, Fraction> fractions = new TreeMap<>();
        for (DayCount dayCount : DayCount.values()) {
            fractions.put(dayCount.code(), dayCount.yearFraction(start, end));
        }

        Map<String, Fraction> expected = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : vector.expected().properties()) {
            JsonNode fraction = member.getValue();
            expected.put(
                    member.getKey(),
                    Fraction.of(
                            fraction.get("num").longValue(), fraction.get("den").longValue()));
        }
        assertThat(fractions).isEqualTo(expected);
    }
}
