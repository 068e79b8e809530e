package tranche.commitments.imports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a row.
 *
 * @param line of the file, the header being line 1
 * @param column the column's name in the file, or the field's where no column gives it; empty where it is the whole row
 * @param code of the catalogue: a finding's or a refusal's
 * @param facts what the code's sentence needs, by name
 */
public record RowError(int line, Optional<String> column, String code, Map<String, Object> facts)
        implements Comparable<RowError> {

    /** Errors that are told of one file: one for each row of the longest. */
    public static final int MOST = Sheet.MOST_ROWS;

    public RowError {
        facts = Map.copyOf(facts);
    }

    static RowError at(int line, String column, String code) {
        return new RowError(line, Optional.of(column), code, Map.of());
    }

    /** At most {@link #MOST}; the last then says how many more there are. */
    static List<RowError> most(List<RowError> errors) {
        if (errors.size() <= MOST) {
            return errors;
        }
        List<RowError> told = new ArrayList<>(errors.subList(0, MOST - 1));
        told.add(new RowError(
                errors.get(MOST - 1).line(),
                Optional.empty(),
                "more-errors",
                Map.of("count", errors.size() - MOST + 1)));
        return told;
    }

    /** By line, then by column. */
    @Override
    public int compareTo(RowError other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : column.orElse("").compareTo(other.column.orElse(""));
    }
}
