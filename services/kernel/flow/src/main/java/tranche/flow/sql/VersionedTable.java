package tranche.flow.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements of an object that keeps all its versions: {@code <table>} holds the last one, {@code <table>_version} every
 * one, with the same columns, so that a read can be made as of any day and as known at any instant.
 *
 * @param table its name; the first column is its key, and {@code version}, {@code effective_date} and
 *     {@code recorded_at} are among the columns
 * @param columns each with its type, for instance {@code amount numeric}
 */
public record VersionedTable(String table, List<String> columns) {

    public VersionedTable {
        columns = List.copyOf(columns);
    }

    private List<String> names() {
        return columns.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
    }

    private String names(String separator) {
        return String.join(separator, names());
    }

    /** Takes an array for each column; several versions of one object may come together, in any order. */
    public String save() {
        String key = names().getFirst();
        String arrays = columns.stream()
                .map(column -> "?::" + column.substring(column.indexOf(' ') + 1) + "[]")
                .collect(Collectors.joining(", "));
        String updates = names().stream()
                .skip(1)
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "with r as (select * from unnest(" + arrays + ") as r(" + names(", ") + ")),"
                + " kept as (insert into " + table + "_version (" + names(", ") + ") select " + names(", ") + " from r)"
                + " insert into " + table + " (" + names(", ") + ")"
                + " select distinct on (" + key + ") " + names(", ") + " from r order by " + key + ", version desc"
                + " on conflict (" + key + ") do update set " + updates;
    }

    /**
     * The rows at a point in time, as a part of a statement that can be read from like the table. Takes a date and an
     * instant, each of which may be null for the latest.
     */
    public String asOf() {
        String key = names().getFirst();
        return "(select distinct on (" + key + ") * from " + table + "_version"
                + " where effective_date <= coalesce(?::date, 'infinity')"
                + " and recorded_at <= coalesce(?::timestamptz, 'infinity')"
                + " order by " + key + ", version desc)";
    }
}
