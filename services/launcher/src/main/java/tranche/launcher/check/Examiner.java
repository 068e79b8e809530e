package tranche.launcher.check;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;

/** Works out an example and compares. */
final class Examiner {

    /** Members in order of their names, so that the same result is printed in the same way each time. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Examiner() {}

    static Outcome examine(WorkedExample example) {
        Optional<Rule> rule = Rules.of(example.kind());
        if (rule.isEmpty()) {
            return new Outcome.Unknown();
        }
        try {
            var got = JSON.valueToTree(workOut(rule.get(), new ExampleInput("input", example.input())));
            return new Agreement(example.tolerance()).between(example.expected(), got)
                    ? new Outcome.Passed()
                    : new Outcome.Differs(got);
        } catch (ExampleInput.Unreadable
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | DateTimeException no) {
            return new Outcome.NoResult(String.valueOf(no.getMessage()));
        }
    }

    private static Map<String, Object> workOut(Rule rule, ExampleInput input) {
        try {
            return rule.workOut(input);
        } catch (ExampleInput.Refused refused) {
            return Map.of("error", refused.code());
        }
    }
}
