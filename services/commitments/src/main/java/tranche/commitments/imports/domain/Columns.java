package tranche.commitments.imports.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file gives which field.
 *
 * @param at the column's place, from 0, of each field that has one
 * @param errors what is wrong with the header; where there is any, nothing is written
 */
record Columns(Map<Field, Integer> at, List<RowError> errors) {

    private static final int HEADER = 1;

    static Columns of(ImportKind kind, Mapping mapping, List<String> header) {
        Map<Field, Integer> at = new LinkedHashMap<>();
        List<RowError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (!column.isEmpty() && !seen.add(column)) {
                errors.add(RowError.at(HEADER, column, "duplicate-column"));
                continue;
            }
            Optional<Field> field = field(kind, mapping, column);
            if (field.isPresent() && at.putIfAbsent(field.get(), i) != null) {
                errors.add(RowError.at(HEADER, column, "duplicate-column"));
            }
            if (field.isEmpty() && mapping.columns().isEmpty() && !column.isEmpty()) {
                errors.add(RowError.at(HEADER, column, "unknown-column"));
            }
        }
        named(mapping)
                .filter(column -> !seen.contains(column))
                .distinct()
                .sorted()
                .forEach(column -> errors.add(RowError.at(HEADER, column, "missing-column")));
        kind.fields().stream()
                .filter(field -> field.required()
                        && !at.containsKey(field)
                        && !mapping.constants().containsKey(field.name())
                        && mapping.columns().values().stream().noneMatch(field::isCalled))
                .forEach(field -> errors.add(RowError.at(HEADER, field.name(), "missing-column")));
        return new Columns(at, errors);
    }

    /** Whether the header lacks a column by which several reports about one thing are told: then no row can be read. */
    boolean hidesReports(Mapping mapping, List<String> header) {
        return mapping.latest()
                .filter(latest -> !header.containsAll(latest.by()) || !header.contains(latest.order()))
                .isPresent();
    }

    /** What the mapping says; else, unless the mapping gives the field otherwise, the field of that name. */
    private static Optional<Field> field(ImportKind kind, Mapping mapping, String column) {
        String ours = mapping.columns().get(column);
        if (ours != null) {
            return kind.field(ours);
        }
        return kind.field(column)
                .filter(field -> mapping.columns().values().stream().noneMatch(field::isCalled));
    }

    private static java.util.stream.Stream<String> named(Mapping mapping) {
        return java.util.stream.Stream.concat(
                mapping.columns().keySet().stream(),
                mapping.latest().stream()
                        .flatMap(latest -> java.util.stream.Stream.concat(
                                latest.by().stream(), java.util.stream.Stream.of(latest.order()))));
    }
}
