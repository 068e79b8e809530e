package tranche.launcher.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Optional;

/**
 * Whether a result is the expected one: every member, every element in its place, every character; with a tolerance,
 * numbers, and strings that are numbers, may differ by as much.
 */
final class Agreement {

    /** Digits and exponents beyond this are compared as characters, so that no number is too long to be compared. */
    private static final int LONGEST_NUMBER = 100;

    private final Optional<BigDecimal> tolerance;

    Agreement(Optional<BigDecimal> tolerance) {
        this.tolerance = tolerance;
    }

    boolean between(JsonNode expected, JsonNode got) {
        if (expected.isObject() && got.isObject()) {
            return expected.size() == got.size()
                    && expected.properties().stream()
                            .allMatch(member ->
                                    got.has(member.getKey()) && between(member.getValue(), got.get(member.getKey())));
        }
        if (expected.isArray() && got.isArray()) {
            return expected.size() == got.size() && inOrder(expected.elements(), got.elements());
        }
        return sameScalar(expected, got) || withinTolerance(expected, got);
    }

    private boolean inOrder(Iterator<JsonNode> expected, Iterator<JsonNode> got) {
        while (expected.hasNext()) {
            if (!between(expected.next(), got.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameScalar(JsonNode expected, JsonNode got) {
        return expected.isValueNode()
                && expected.getNodeType() == got.getNodeType()
                && expected.asText().equals(got.asText());
    }

    private boolean withinTolerance(JsonNode expected, JsonNode got) {
        if (tolerance.isEmpty() || expected.getNodeType() != got.getNodeType()) {
            return false;
        }
        Optional<BigDecimal> wanted = number(expected);
        Optional<BigDecimal> found = number(got);
        return wanted.isPresent()
                && found.isPresent()
                && wanted.get().subtract(found.get()).abs().compareTo(tolerance.get()) <= 0;
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        String text = node.isTextual() || node.isNumber() ? node.asText() : "";
        if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
