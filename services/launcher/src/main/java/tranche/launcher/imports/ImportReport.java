package tranche.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a file, for a terminal. */
final class ImportReport {

    /** Lines that are named of those passed over for one reason. */
    private static final int MOST_LINES = 10;

    private final PrintWriter out;

    ImportReport(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode answer, URI origin, boolean dryRun) {
        errors(answer.path("errors"));
        skipped(answer.path("skipped"));
        String state = answer.path("state").asText();
        out.printf(
                "%d rows, %d written, %d skipped, %d errors%n",
                answer.path("rows").asInt(),
                answer.path("written").asInt(),
                answer.path("skipped").size(),
                answer.path("errors").size());
        switch (state) {
            case "REJECTED" -> out.println("Nothing was written.");
            case "AWAITING_APPROVAL" -> awaiting(answer, origin);
            default -> out.println(dryRun ? "A dry run: nothing was written." : "Done.");
        }
    }

    private void errors(JsonNode errors) {
        if (errors.isEmpty()) {
            return;
        }
        int column = "column".length();
        int code = "code".length();
        for (JsonNode error : errors) {
            column = Math.max(column, name(error).length());
            code = Math.max(code, error.path("code").asText().length());
        }
        String format = "%6s  %-" + column + "s  %-" + code + "s  %s%n";
        out.printf(format, "line", "column", "code", "");
        for (JsonNode error : errors) {
            out.printf(
                    format,
                    error.path("line").asText(),
                    name(error),
                    error.path("code").asText(),
                    error.path("detail").asText());
        }
        out.println();
    }

    /** A column's name, as far as a terminal shows it: a file may hold anything. */
    private static String name(JsonNode error) {
        return error.path("column").isNull()
                ? "-"
                : error.path("column").asText().replaceAll("\\p{Cntrl}", "?");
    }

    private void skipped(JsonNode skipped) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        skipped.forEach(row -> lines.computeIfAbsent(row.path("reason").asText(), _ -> new ArrayList<>())
                .add(row.path("line").asText()));
        lines.forEach((reason, of) -> out.printf(
                "%d rows %s: line %s%s%n",
                of.size(),
                reason,
                String.join(", ", of.subList(0, Math.min(MOST_LINES, of.size()))),
                of.size() > MOST_LINES ? ", ..." : ""));
    }

    private void awaiting(JsonNode answer, URI origin) {
        out.printf(
                "It waits for a second person until %s.%n",
                answer.path("expiresAt").asText());
        out.println("Another person with the role approver for all of its funds can approve it, with a key of their own"
                + " (a demo has the account approver; ./tranche token --account USERNAME prints a key):");
        out.printf(
                "  curl -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' -d '{\"contentHash\":"
                        + " \"%s\"}' %s%n",
                answer.path("contentHash").asText(),
                origin.resolve("/api/v1/approvals/" + answer.path("approvalId").asText() + "/approval"));
        out.println("or turn it down at .../rejection with {\"reason\": \"...\"}.");
    }
}
