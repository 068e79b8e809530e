package tranche.commitments.imports.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.commitments.imports.domain.Field;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.imports.domain.Mapping;
import tranche.web.body.Body;

/** Reads how somebody else's columns are ours. */
final class MappingBody {

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_COLUMN = 200;
    private static final int LONGEST_CONSTANT = 2_000;

    private MappingBody() {}

    /** @throws tranche.web.problem.Problem {@code malformed}, {@code validation} */
    static Mapping read(ImportKind kind, byte[] json) {
        Body body = Body.of(json);
        Map<String, String> columns = body.named("columns", MOST_COLUMNS, LONGEST_COLUMN);
        Map<String, String> constants = body.named("constants", MOST_COLUMNS, LONGEST_CONSTANT);
        Optional<Mapping.Latest> latest = body.optionalObject("latest")
                .map(part -> new Mapping.Latest(
                        part.texts("by", 1, MOST_COLUMNS, LONGEST_COLUMN), part.text("order", LONGEST_COLUMN)));
        columns.forEach((theirs, ours) -> {
            if (kind.field(ours).isEmpty()) {
                body.find("columns", theirs, "not-one-of", allowed(kind));
            }
        });
        Map<String, String> named = new LinkedHashMap<>();
        constants.forEach((field, value) -> kind.field(field)
                .ifPresentOrElse(
                        known -> named.put(known.name(), value),
                        () -> body.find("constants", field, "unknown-field", Map.of())));
        body.check();
        return new Mapping(columns, named, latest);
    }

    private static Map<String, Object> allowed(ImportKind kind) {
        return Map.of("allowed", kind.fields().stream().map(Field::name).collect(Collectors.joining(", ")));
    }
}
