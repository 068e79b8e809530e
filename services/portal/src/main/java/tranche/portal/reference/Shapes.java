package tranche.portal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.reference.domain.Field;
import tranche.portal.reference.domain.Prose;
import tranche.portal.reference.domain.Shape;
import tranche.portal.reference.domain.Type;

/** Says in words what a JSON schema of the document asks for. */
final class Shapes {

    private Shapes() {}

    /** All schemas that have a name, in alphabetical order. */
    static List<Shape> all(Node schemas) {
        return schemas.members().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> new Shape(
                        entry.getKey(),
                        description(entry.getValue()),
                        unnamed(entry.getValue()),
                        fields(entry.getValue())))
                .toList();
    }

    /** The fields of an object, those of objects in it behind it; none where it is no object. */
    static List<Field> fields(Node schema) {
        List<Field> fields = new ArrayList<>();
        collect("", schema, fields);
        return fields;
    }

    private static void collect(String prefix, Node schema, List<Field> fields) {
        List<String> required = schema.raw("required").texts();
        schema.raw("properties").members().forEach((name, property) -> {
            fields.add(new Field(prefix + name, required.contains(name), type(property), description(property)));
            if (property.name().isEmpty()) {
                collect(prefix + name + ".", property, fields);
                collect(prefix + name + "[].", property.raw("items"), fields);
            }
        });
    }

    /** What a value is: the name of its schema, or that in words. */
    static Type type(Node schema) {
        return schema.name().map(name -> new Type(name, Optional.of(name))).orElseGet(() -> unnamed(schema));
    }

    private static Type unnamed(Node schema) {
        if (schema.has("anyOf")) {
            List<Type> types =
                    schema.raw("anyOf").items().stream().map(Shapes::type).toList();
            return new Type(
                    types.stream().map(Type::text).collect(Collectors.joining(" or ")),
                    types.getFirst().shape());
        }
        if (schema.has("items")) {
            Type item = type(schema.raw("items"));
            return new Type("list of " + item.text(), item.shape());
        }
        String values = String.join(", ", schema.raw("enum").texts());
        String kind = schema.raw("type").isThere() ? kinds(schema.raw("type")) : "anything";
        String form = Stream.of(
                        schema.text("format"),
                        values.isEmpty() ? "" : "one of " + values,
                        limit(schema, "minimum", "from "),
                        limit(schema, "maximum", "to "),
                        limit(schema, "maxLength", "at most ", " characters"),
                        limit(schema, "maxItems", "at most ", " items"),
                        limit(schema, "pattern", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Type(form.isEmpty() ? kind : kind + ", " + form, Optional.empty());
    }

    private static String kinds(Node type) {
        return type.items().isEmpty() ? type.text() : String.join(" or ", type.texts());
    }

    private static String limit(Node schema, String keyword, String before) {
        return limit(schema, keyword, before, "");
    }

    private static String limit(Node schema, String keyword, String before, String after) {
        String text = schema.text(keyword);
        return text.isEmpty() ? "" : before + text + after;
    }

    /** What is said where the value is used, else what is said of its schema; and what counts where it is left out. */
    private static Prose description(Node schema) {
        String said = schema.text("description");
        String text = said.isEmpty() ? schema.resolved().text("description") : said;
        String absent = schema.text("default");
        return Prose.of(absent.isEmpty() ? text : (text + " Left out: `" + absent + "`.").strip());
    }
}
