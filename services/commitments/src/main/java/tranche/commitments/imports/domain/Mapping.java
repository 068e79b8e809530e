package tranche.commitments.imports.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody else's columns are ours.
 *
 * @param columns their names of columns to our names of fields; a column that is not among them counts where it bears a
 *     field's own name, and is left out else
 * @param constants values of our fields, for rows that give none
 * @param latest which of several rows about the same thing counts
 */
public record Mapping(Map<String, String> columns, Map<String, String> constants, Optional<Latest> latest) {

    /** No mapping: every column bears the name of a field. */
    public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Optional.empty());

    /**
     * Of all rows that agree in some columns, only those count that come last in the order of another.
     *
     * @param by the file's columns that say what a row is about
     * @param order the file's column by which one is older than another: dates, numbers, or texts
     */
    public record Latest(List<String> by, String order) {
        public Latest {
            by = List.copyOf(by);
        }
    }

    public Mapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }
}
