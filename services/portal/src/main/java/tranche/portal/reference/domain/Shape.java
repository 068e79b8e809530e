package tranche.portal.reference.domain;

import java.util.List;

/**
 * An object or a value with a name.
 *
 * @param type what it is, where it has no fields
 */
public record Shape(String name, Prose description, Type type, List<Field> fields) {

    public Shape {
        fields = List.copyOf(fields);
    }

    /** Where a shape stands on the page. */
    public static String anchor(String name) {
        return "shape-" + name;
    }
}
