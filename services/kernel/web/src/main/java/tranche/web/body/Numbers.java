package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads JSON's numbers and truth values. */
final class Numbers {

    /** More than any measure has: a number of many more takes all memory as soon as it is rounded. */
    private static final int MOST_DECIMALS = 30;

    private Numbers() {}

    static Optional<Boolean> flag(Part part, String field, JsonNode value) {
        if (!value.isBoolean()) {
            part.wrongType(part.pointer(field), "boolean");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    static Optional<Integer> whole(Part part, String field, JsonNode value, int min, int max) {
        if (!value.isIntegralNumber()) {
            part.wrongType(part.pointer(field), "integer");
            return Optional.empty();
        }
        return within(part, field, value.decimalValue(), BigDecimal.valueOf(min), BigDecimal.valueOf(max))
                .map(BigDecimal::intValueExact);
    }

    static Optional<BigDecimal> number(Part part, String field, JsonNode value, BigDecimal min, BigDecimal max) {
        if (!value.isNumber()) {
            part.wrongType(part.pointer(field), "number");
            return Optional.empty();
        }
        BigDecimal number = value.decimalValue();
        if (number.scale() > MOST_DECIMALS) {
            part.find(field, "too-fine", Map.of("decimals", MOST_DECIMALS));
            return Optional.empty();
        }
        return within(part, field, number, min, max);
    }

    private static Optional<BigDecimal> within(
            Part part, String field, BigDecimal number, BigDecimal min, BigDecimal max) {
        if (number.compareTo(min) < 0) {
            part.find(field, "below-minimum", Map.of("min", min));
            return Optional.empty();
        }
        if (number.compareTo(max) > 0) {
            part.find(field, "above-maximum", Map.of("max", max));
            return Optional.empty();
        }
        return Optional.of(number);
    }
}
