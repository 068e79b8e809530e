package tranche.launcher.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import tranche.launcher.schemas.Break.Kind;

/** Compares two versions of one record field by field, by name and type; used once. */
final class Comparison {

    private final String release;
    private final String record;
    private final List<Break> breaks = new ArrayList<>();
    private final Set<String> underWay = new HashSet<>();

    Comparison(String release, String record) {
        this.release = release;
        this.record = record;
    }

    /** The breaks in the order of the released fields. */
    List<Break> compare(Schema was, Schema is) {
        types("", was, is);
        return List.copyOf(breaks);
    }

    /** A type that is no union counts as a union of one. */
    private void types(String path, Schema was, Schema is) {
        List<Schema> lost = missing(was, is);
        List<Schema> gained = missing(is, was);
        if (!lost.isEmpty()) {
            found(path, Kind.TYPE_CHANGED, "it was " + names(branches(was)) + ", it is " + names(branches(is)));
        } else if (!gained.isEmpty()) {
            found(path, Kind.TYPE_CHANGED, "readers of " + release + " do not expect " + names(gained));
        }
        for (Schema branch : branches(was)) {
            twin(branch, is).ifPresent(twin -> branch(path, branch, twin));
        }
    }

    private void branch(String path, Schema was, Schema is) {
        if (!Objects.equals(meaning(was), meaning(is))) {
            found(path, Kind.LOGICAL_TYPE_CHANGED, "it was " + meaning(was) + ", it is " + meaning(is));
        }
        switch (was.getType()) {
            case RECORD -> fields(path, was, is);
            case ENUM -> symbols(path, was, is);
            case ARRAY -> types(FieldPath.join(path, FieldPath.ELEMENT), was.getElementType(), is.getElementType());
            case MAP -> types(FieldPath.join(path, FieldPath.VALUE), was.getValueType(), is.getValueType());
            case UNION, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void fields(String path, Schema was, Schema is) {
        // A record may hold itself; it is then already being compared.
        if (!underWay.add(was.getFullName())) {
            return;
        }
        for (Schema.Field field : was.getFields()) {
            Schema.Field twin = is.getField(field.name());
            if (twin == null) {
                found(
                        FieldPath.join(path, field.name()),
                        Kind.FIELD_REMOVED,
                        "a field is never removed or renamed; leave it and add another with a default");
            } else {
                types(FieldPath.join(path, field.name()), field.schema(), twin.schema());
            }
        }
        for (Schema.Field field : is.getFields()) {
            if (was.getField(field.name()) == null && !field.hasDefaultValue()) {
                found(
                        FieldPath.join(path, field.name()),
                        Kind.FIELD_WITHOUT_DEFAULT,
                        "a new field has a default, for events of " + release + " do not hold it");
            }
        }
        underWay.remove(was.getFullName());
    }

    private void symbols(String path, Schema was, Schema is) {
        for (String symbol : was.getEnumSymbols()) {
            if (!is.hasEnumSymbol(symbol)) {
                found(path, Kind.SYMBOL_REMOVED, symbol + " is gone, and events of " + release + " hold it");
            }
        }
        for (String symbol : is.getEnumSymbols()) {
            if (!was.hasEnumSymbol(symbol) && was.getEnumDefault() == null) {
                found(path, Kind.SYMBOL_ADDED, "readers of " + release + " do not know " + symbol);
            }
        }
    }

    private void found(String path, Kind kind, String why) {
        breaks.add(new Break(release, record, path, kind, why));
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    private static Optional<Schema> twin(Schema branch, Schema other) {
        return branches(other).stream()
                .filter(one -> name(one).equals(name(branch)))
                .findFirst();
    }

    private static List<Schema> missing(Schema these, Schema from) {
        return branches(these).stream()
                .filter(branch -> twin(branch, from).isEmpty())
                .toList();
    }

    private static String name(Schema schema) {
        return schema.getFullName();
    }

    private static String names(List<Schema> schemas) {
        return String.join(" or ", schemas.stream().map(Comparison::name).toList());
    }

    /** What the bytes stand for: the logical type with all that it is made of, or {@code plain}. */
    private static String meaning(Schema schema) {
        String logical = schema.getProp("logicalType");
        if (logical == null) {
            return "plain";
        }
        Object precision = schema.getObjectProp("precision");
        return precision == null
                ? logical
                : logical + "(" + precision + ", " + Objects.requireNonNullElse(schema.getObjectProp("scale"), 0) + ")";
    }
}
