package tranche.launcher.check;

import java.util.Map;

/** Works out one kind of example with the product's own arithmetic. */
@FunctionalInterface
interface Rule {

    /**
     * The result, in the members of {@code expected}: strings, booleans, whole numbers, lists, and maps by name.
     *
     * @throws ExampleInput.Unreadable if a member of the input is missing or is of another kind
     * @throws ExampleInput.Refused if the product refuses a value; the result is then that refusal
     */
    Map<String, Object> workOut(ExampleInput input);
}
