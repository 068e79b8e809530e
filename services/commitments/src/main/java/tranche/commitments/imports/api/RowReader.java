package tranche.commitments.imports.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Field;
import tranche.commitments.imports.domain.Field.Form;
import tranche.commitments.imports.domain.Filing;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.Lines;
import tranche.commitments.imports.domain.Lines.Line;
import tranche.commitments.imports.domain.RowError;
import tranche.commitments.imports.store.References;
import tranche.commitments.imports.store.References.Target;
import tranche.values.actor.Actor;
import tranche.web.body.Body;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;

/**
 * Reads the values of rows: a row becomes the body that would ask for the same thing alone and is read as that is, so that
 * a file is told the same of its values as a request.
 */
final class RowReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final References references;
    private final Actor reader;

    RowReader(References references, Actor reader) {
        this.references = references;
        this.reader = reader;
    }

    /** What the file's rows ask for, and all that is wrong with their values. */
    Filing read(ImportKind kind, Lines lines) {
        Map<Field, Map<String, List<Target>>> named = new HashMap<>();
        for (Field field : kind.fields()) {
            if (field.form() == Form.REFERENCE) {
                Set<String> names = new LinkedHashSet<>();
                lines.lines().forEach(line -> line.value(field.name()).ifPresent(names::add));
                named.put(field, references.find(reader, referred(field), names));
            }
        }
        List<Entry> entries = new ArrayList<>();
        List<RowError> errors = new ArrayList<>(lines.errors());
        Set<String> missing = lines.missingColumns();
        for (Line line : lines.lines()) {
            RowTargets targets = RowTargets.of(kind, line, named);
            List<RowError> wrong = new ArrayList<>();
            targets.findings().forEach((field, code) -> wrong.add(error(lines, line, field, code, Map.of())));
            try {
                Entry entry = RowEntries.of(kind, line, body(kind, line), targets);
                if (wrong.isEmpty()) {
                    entries.add(entry);
                }
            } catch (Problem invalid) {
                invalid.findings()
                        .forEach(finding ->
                                wrong.add(error(lines, line, field(kind, finding), finding.code(), finding.facts())));
            }
            wrong.stream()
                    .distinct()
                    .filter(error -> !(error.code().equals("required")
                            && error.column().filter(missing::contains).isPresent()))
                    .forEach(errors::add);
        }
        return new Filing(kind, lines.rows(), entries, lines.skipped(), errors, lines.columnOf());
    }

    private static References.Kind referred(Field field) {
        return switch (field.name()) {
            case "programmeId" -> References.Kind.PROGRAMME;
            case "fundId" -> References.Kind.FUND;
            case "investorId" -> References.Kind.INVESTOR;
            default -> throw new IllegalStateException("a reference to nothing known: " + field.name());
        };
    }

    private static RowError error(Lines lines, Line line, String field, String code, Map<String, Object> facts) {
        return new RowError(line.number(), Optional.of(lines.column(field)), code, facts);
    }

    /** The field at a finding's pointer: {@code /amount/currency} is the field that the amount's currency stands in. */
    private static String field(ImportKind kind, Finding finding) {
        String[] path = finding.where().substring(1).split("/", -1);
        return path.length > 1 && path[1].equals("currency")
                ? kind.field(path[0]).map(Field::currency).orElse(path[0])
                : path[0];
    }

    private static Body body(ImportKind kind, Line line) {
        ObjectNode row = JSON.objectNode();
        for (Field field : kind.fields()) {
            Optional<String> value = line.value(field.name());
            switch (field.form()) {
                case TEXT -> value.ifPresent(text -> row.put(field.name(), text));
                case WHOLE -> value.ifPresent(text -> whole(row, field.name(), text));
                case FLAG -> value.ifPresent(text -> flag(row, field.name(), text));
                case AMOUNT ->
                    value.ifPresent(text -> {
                        ObjectNode amount = row.putObject(field.name()).put("value", text);
                        line.value(field.currency()).ifPresent(currency -> amount.put("currency", currency));
                    });
                case CURRENCY, REFERENCE -> {
                    // Read with the amounts, and found before.
                }
            }
        }
        return Body.of(row.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void whole(ObjectNode row, String name, String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            row.put(name, new BigInteger(text));
        } else {
            row.put(name, text);
        }
    }

    private static void flag(ObjectNode row, String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            row.put(name, text.equals("true"));
        } else {
            row.put(name, text);
        }
    }
}
