package tranche.launcher.schemas;

import org.apache.avro.Schema;

/** Places within a schema, written as the names of fields joined by dots. */
final class FieldPath {

    static final String ELEMENT = "[]";
    static final String VALUE = "{}";

    private FieldPath() {}

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Whether the place is the other one or lies above it. */
    static boolean reaches(String path, String other) {
        return path.isEmpty() || path.equals(other) || other.startsWith(path + ".");
    }

    /**
     * The place that Avro names by a JSON pointer with the numbers of fields.
     *
     * @param location for instance {@code /fields/5/type/fields/0}; what it names beyond fields is left out
     */
    static String of(Schema reader, String location) {
        String path = "";
        Schema at = reader;
        String[] steps = location.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i];
            if (step.equals("fields") && at.getType() == Schema.Type.RECORD && i + 1 < steps.length) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps[++i]));
                path = join(path, field.name());
                at = field.schema();
            } else if (step.equals("items") && at.getType() == Schema.Type.ARRAY) {
                path = join(path, ELEMENT);
                at = at.getElementType();
            } else if (step.equals("values") && at.getType() == Schema.Type.MAP) {
                path = join(path, VALUE);
                at = at.getValueType();
            } else if (step.matches("\\d+")
                    && at.isUnion()
                    && Integer.parseInt(step) < at.getTypes().size()) {
                at = at.getTypes().get(Integer.parseInt(step));
            }
        }
        return path;
    }
}
