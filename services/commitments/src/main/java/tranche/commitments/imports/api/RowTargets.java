package tranche.commitments.imports.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.commitments.imports.domain.Field;
import tranche.commitments.imports.domain.Field.Form;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.Lines.Line;
import tranche.commitments.imports.store.References.Target;

/**
 * The objects that a row names.
 *
 * @param targets by field
 * @param findings code by field, where a name names nothing or more than one thing
 */
record RowTargets(Map<String, Target> targets, Map<String, String> findings) {

    private static final UUID NO_ID = new UUID(0, 0);

    static RowTargets of(ImportKind kind, Line line, Map<Field, Map<String, List<Target>>> named) {
        Map<String, Target> targets = new HashMap<>();
        Map<String, String> findings = new HashMap<>();
        for (Field field : kind.fields()) {
            if (field.form() == Form.REFERENCE) {
                List<Target> found = line.value(field.name())
                        .map(name -> named.getOrDefault(field, Map.of()).getOrDefault(name, List.of()))
                        .orElse(List.of());
                if (found.size() == 1) {
                    targets.put(field.name(), found.getFirst());
                } else if (line.value(field.name()).isEmpty()) {
                    findings.put(field.name(), "required");
                } else {
                    findings.put(field.name(), found.isEmpty() ? "unknown-reference" : "ambiguous-name");
                }
            }
        }
        return new RowTargets(targets, findings);
    }

    /** The object's id; a stand-in where there is a finding. */
    UUID id(String field) {
        Target target = targets.get(field);
        return target == null ? NO_ID : target.id();
    }

    /** The programme of the object; a stand-in where there is a finding. */
    UUID programmeOf(String field) {
        Target target = targets.get(field);
        return target == null ? NO_ID : target.programme().orElse(NO_ID);
    }
}
