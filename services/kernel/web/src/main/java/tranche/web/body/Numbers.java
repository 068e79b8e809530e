package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads JSON's numbers and truth values. */
final class Numbers {

    private Numbers() {}

    static Optional<Boolean> flag(Body body, String field, JsonNode value) {
        if (!value.isBoolean()) {
            body.wrongType(body.pointer(field), "boolean");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    static Optional<Integer> whole(Body body, String field, JsonNode value, int min, int max) {
        if (!value.isIntegralNumber()) {
            body.wrongType(body.pointer(field), "integer");
            return Optional.empty();
        }
        return within(body, field, value.decimalValue(), BigDecimal.valueOf(min), BigDecimal.valueOf(max))
                .map(BigDecimal::intValueExact);
    }

    private static Optional<BigDecimal> within(
            Body body, String field, BigDecimal number, BigDecimal min, BigDecimal max) {
        if (number.compareTo(min) < 0) {
            body.findAt(body.pointer(field), "below-minimum", Map.of("min", min));
            return Optional.empty();
        }
        if (number.compareTo(max) > 0) {
            body.findAt(body.pointer(field), "above-maximum", Map.of("max", max));
            return Optional.empty();
        }
        return Optional.of(number);
    }
}
