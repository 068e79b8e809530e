package tranche.auditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the auditor found, one result for each check in the order of their numbers. */
public record Report(List<Result> results) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One check's result.
     *
     * @param checked how many things were looked at
     * @param violations how many did not hold
     * @param first the first of them
     * @param notes what holds and is worth knowing: events on their way, dead letters that wait
     */
    public record Result(Check check, long checked, long violations, List<Finding> first, List<String> notes) {

        public Result {
            first = List.copyOf(first);
            notes = List.copyOf(notes);
        }

        public boolean holds() {
            return violations == 0;
        }
    }

    public Report {
        results = List.copyOf(results);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return results.stream().allMatch(Result::holds);
    }

    /** How many things did not hold, over all checks. */
    public long violations() {
        return results.stream().mapToLong(Result::violations).sum();
    }

    /** The result of one check. */
    public Result of(Check check) {
        return results.stream()
                .filter(result -> result.check() == check)
                .findFirst()
                .orElseThrow();
    }

    /** For people: a line for each check, what does not hold below it, and a closing line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s  %-6s %,12d %-8s %s%n",
                    result.check(),
                    result.holds() ? "ok" : "BROKEN",
                    result.checked(),
                    result.check().unit(),
                    result.check().promise()));
            result.notes().forEach(note -> text.append(String.format("       . %s%n", note)));
            result.first().forEach(finding -> text.append(String.format("       ! %s%n", finding)));
            long more = result.violations() - result.first().size();
            if (more > 0) {
                text.append(String.format(Locale.ROOT, "       ! and %,d more%n", more));
            }
        }
        return text.append(closing()).append(System.lineSeparator()).toString();
    }

    private String closing() {
        if (holds()) {
            return "Everything holds.";
        }
        String checks = results.stream()
                .filter(result -> !result.holds())
                .map(result -> result.check().name())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                violations() == 1 ? "One thing does not hold: %2$s." : "%1$,d things do not hold: %2$s.",
                violations(),
                checks);
    }

    /** For programs: the same as one JSON object. */
    public String json() {
        ObjectNode report = JSON.createObjectNode().put("holds", holds()).put("violations", violations());
        ArrayNode checks = report.putArray("checks");
        for (Result result : results) {
            ObjectNode node = checks.addObject()
                    .put("id", result.check().name())
                    .put("promise", result.check().promise())
                    .put("holds", result.holds())
                    .put("checked", result.checked())
                    .put("violations", result.violations());
            ArrayNode first = node.putArray("first");
            result.first()
                    .forEach(finding -> first.addObject()
                            .put("table", finding.table())
                            .put("id", finding.id())
                            .put("expected", finding.expected())
                            .put("found", finding.found()));
            ArrayNode notes = node.putArray("notes");
            result.notes().forEach(notes::add);
        }
        return report.toString();
    }
}
