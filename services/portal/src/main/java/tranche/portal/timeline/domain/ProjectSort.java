package tranche.portal.timeline.domain;

import java.util.Locale;
import java.util.Optional;

/** The order of a list of projects; rows that are equal in it stand by id. */
public record ProjectSort(Column column, boolean descending) {

    /** What comes next first. */
    public static final ProjectSort DEFAULT = new ProjectSort(Column.NEXT, false);

    /** What a list can be sorted by. */
    public enum Column {
        NAME,
        KIND,
        REGION,
        STATE,
        NEXT,
        SLIP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it stands in the page's address: {@code slip}, or {@code -slip} for falling. */
    public String code() {
        return (descending ? "-" : "") + column.code();
    }

    /** The order of a code; empty where it is none. */
    public static Optional<ProjectSort> of(String code) {
        boolean descending = code.startsWith("-");
        String name = descending ? code.substring(1) : code;
        for (Column column : Column.values()) {
            if (column.code().equals(name)) {
                return Optional.of(new ProjectSort(column, descending));
            }
        }
        return Optional.empty();
    }
}
