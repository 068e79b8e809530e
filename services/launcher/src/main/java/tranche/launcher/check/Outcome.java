package tranche.launcher.check;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a worked example. */
sealed interface Outcome {

    /** The product's result is the expected one. */
    record Passed() implements Outcome {}

    /** The product has another result. */
    record Differs(JsonNode got) implements Outcome {}

    /**
     * The product has no result: the input says something that the rule cannot read or does not allow.
     *
     * @param reason one line
     */
    record NoResult(String reason) implements Outcome {}

    /** The product has no such rule. */
    record Unknown() implements Outcome {}
}
