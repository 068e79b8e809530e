package tranche.auditor.notification;

import java.util.List;

/** To what an event belongs, and so whose grants reach it. */
enum Reach {

    /** An investor's part of a fund. */
    PART(false, "programme_id", "fund_id", "investor_id"),

    /** A fund as a whole. */
    FUND(false, "programme_id", "fund_id"),

    /** A fund and each of its investors. */
    WHOLE_FUND(true, "programme_id", "fund_id"),

    /** A programme, and the funds and investors of it. */
    PROGRAMME(true, "programme_id"),

    /** A project itself. */
    PROJECT(false, "programme_id", "project_id"),

    /** A project, and the funds and investors of its programme. */
    PUBLIC(true, "programme_id", "project_id");

    private final boolean published;
    private final List<String> columns;

    Reach(boolean published, String... columns) {
        this.published = published;
        this.columns = List.of(columns);
    }

    /** Whether those are told, too, who take part. */
    boolean isPublished() {
        return published;
    }

    /** Whether what it belongs to is of a column's kind. */
    boolean has(String column) {
        return columns.contains(column);
    }
}
