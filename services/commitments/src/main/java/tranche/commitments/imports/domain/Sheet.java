package tranche.commitments.imports.domain;

import java.util.List;

/**
 * A file as it was read, before anybody knows what it means.
 *
 * @param header names of the columns, line 1
 * @param rows in the file's order
 * @param errors what could not be read
 */
public record Sheet(List<String> header, List<Row> rows, List<RowError> errors) {

    /** Rows of a file: so many are one short transaction. */
    public static final int MOST_ROWS = 10_000;

    /**
     * A row.
     *
     * @param line of the file where it begins, the header being line 1
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }
}
