package tranche.commitments.imports.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tranche.commitments.imports.domain.Lines.Line;
import tranche.commitments.imports.domain.Sheet.Row;
import tranche.commitments.imports.domain.Skipped.Reason;
import tranche.values.register.CanonicalJson;

/**
 * Reads somebody else's columns as our fields, keeps of several reports about one thing the latest, and of a row that
 * stands twice the first.
 *
 * <p>A row is told from others by its external reference. Where it has none it is told by what {@code latest} says rows
 * are about, else by all its values; so the same file again names the same objects, and a later report about the same
 * thing names the same one.
 */
public final class Layout {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,64}(\\.[0-9]{1,64})?");

    private Layout() {}

    public static Lines of(ImportKind kind, Mapping mapping, Sheet sheet) {
        if (sheet.header().isEmpty()) {
            return new Lines(0, List.of(), List.of(), sheet.errors(), Map.of());
        }
        Columns columns = Columns.of(kind, mapping, sheet.header());
        List<RowError> errors = new ArrayList<>(sheet.errors());
        errors.addAll(columns.errors());
        Map<String, String> columnOf = new HashMap<>();
        columns.at()
                .forEach(
                        (field, at) -> columnOf.put(field.name(), sheet.header().get(at)));
        mapping.columns().forEach((theirs, field) -> columnOf.putIfAbsent(field, theirs));
        if (columns.hidesReports(mapping, sheet.header())) {
            return new Lines(sheet.rows().size(), List.of(), List.of(), errors, columnOf);
        }
        List<Row> whole = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.cells().size() == sheet.header().size()) {
                whole.add(row);
            } else {
                errors.add(new RowError(
                        row.line(),
                        Optional.empty(),
                        "wrong-cell-count",
                        Map.of(
                                "expected",
                                sheet.header().size(),
                                "found",
                                row.cells().size())));
            }
        }
        List<Skipped> skipped = new ArrayList<>();
        List<Line> lines = latest(mapping, sheet.header(), whole, skipped).stream()
                .map(row -> line(mapping, columns, sheet.header(), row))
                .toList();
        return new Lines(sheet.rows().size(), distinct(lines, skipped, errors), skipped, errors, columnOf);
    }

    /** Without the rows that others about the same thing are later than; equally late ones all stay. */
    private static List<Row> latest(Mapping mapping, List<String> header, List<Row> rows, List<Skipped> skipped) {
        if (mapping.latest().isEmpty()) {
            return rows;
        }
        int order = header.indexOf(mapping.latest().get().order());
        Map<List<String>, String> last = new HashMap<>();
        rows.forEach(row -> last.merge(
                about(mapping, header, row),
                cell(row, order),
                (one, other) -> IN_ORDER.compare(one, other) < 0 ? other : one));
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            if (IN_ORDER.compare(cell(row, order), last.getOrDefault(about(mapping, header, row), "")) < 0) {
                skipped.add(new Skipped(row.line(), Reason.OLDER_REPORT));
            } else {
                kept.add(row);
            }
        }
        return kept;
    }

    /** Numbers by their size, all else by its characters, as dates of the form 2026-03-31 are in order. */
    private static final Comparator<String> IN_ORDER = (one, other) ->
            NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
                    ? new BigDecimal(one).compareTo(new BigDecimal(other))
                    : one.compareTo(other);

    private static List<String> about(Mapping mapping, List<String> header, Row row) {
        return mapping.latest().stream()
                .flatMap(latest -> latest.by().stream())
                .map(column -> cell(row, header.indexOf(column)))
                .toList();
    }

    private static String cell(Row row, int at) {
        return row.cells().get(at).strip();
    }

    private static Line line(Mapping mapping, Columns columns, List<String> header, Row row) {
        TreeMap<String, String> values = new TreeMap<>(mapping.constants());
        columns.at().forEach((field, at) -> {
            String cell = cell(row, at);
            if (!cell.isEmpty()) {
                values.put(field.name(), cell);
            }
        });
        Map<String, Object> told = new TreeMap<>();
        mapping.latest()
                .ifPresentOrElse(
                        latest -> latest.by().forEach(column -> told.put(column, cell(row, header.indexOf(column)))),
                        () -> told.putAll(values));
        return new Line(row.line(), values, CanonicalJson.of(told));
    }

    /** Of rows that name one thing the first; another one that says otherwise is wrong. */
    private static List<Line> distinct(List<Line> lines, List<Skipped> skipped, List<RowError> errors) {
        Map<String, Line> first = new LinkedHashMap<>();
        for (Line line : lines) {
            String name = line.value("externalRef")
                    .map(reference -> "=" + line.value("sourceSystem").orElse("") + "\u001F" + reference)
                    .orElse(line.identity());
            Line before = first.putIfAbsent(name, line);
            if (before != null && before.values().equals(line.values())) {
                skipped.add(new Skipped(line.number(), Reason.REPEATED_ROW));
            } else if (before != null) {
                errors.add(new RowError(
                        line.number(), Optional.empty(), "contradicts-line", Map.of("other", before.number())));
            }
        }
        return List.copyOf(first.values());
    }
}
