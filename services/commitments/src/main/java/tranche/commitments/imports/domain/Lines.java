package tranche.commitments.imports.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The rows of a file in our fields.
 *
 * @param rows how many the file has, skipped and wrong ones included
 * @param lines those that count and can be read
 * @param columnOf the file's column of each field that has one
 */
public record Lines(
        int rows, List<Line> lines, List<Skipped> skipped, List<RowError> errors, Map<String, String> columnOf) {

    /**
     * A row in our fields.
     *
     * @param number of the file's line
     * @param values by field, none of them blank
     * @param identity what tells the row from others where it bears no external reference: the same in the same file
     */
    public record Line(int number, SortedMap<String, String> values, String identity) {

        public Optional<String> value(String field) {
            return Optional.ofNullable(values.get(field));
        }
    }

    public Lines {
        lines = List.copyOf(lines);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
        columnOf = Map.copyOf(columnOf);
    }

    /** The columns that the whole file lacks: the header is told of them, and not each row again. */
    public Set<String> missingColumns() {
        return errors.stream()
                .filter(error -> error.code().equals("missing-column"))
                .flatMap(error -> error.column().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How the file calls a field; the field's own name where no column gives it. */
    public String column(String field) {
        return columnOf.getOrDefault(field, field);
    }
}
