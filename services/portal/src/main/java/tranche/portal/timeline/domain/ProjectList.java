package tranche.portal.timeline.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/** The list of projects, cut to what the caller may see. */
public interface ProjectList {

    /**
     * A page of the list, stable while rows are added.
     *
     * @param after the cursor of the page before; a cursor of another filter or order is an
     *     {@link IllegalArgumentException}
     * @param limit at most so many rows
     */
    Page page(Access access, ProjectFilter filter, ProjectSort sort, Optional<String> after, int limit);

    /** Totals over all rows that match. */
    ProjectTotals totals(Access access, ProjectFilter filter);

    /** Codes of the countries of what the caller may see: what a filter offers. */
    List<String> countries(Access access);

    /** The named programmes of what the caller may see, by name. */
    List<Programme> programmes(Access access);

    /** The place of the last change of what the caller's list shows; 0 where there is none. */
    long lastPlace(Access access);

    /** A programme as a filter offers it. */
    record Programme(UUID id, String name) {}

    /** Rows and the cursor of what follows; no cursor on the last page. */
    record Page(List<ProjectRow> rows, Optional<String> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}
