package tranche.values.register;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form that can be hashed (RFC 8785, JCS): members in order of their names as UTF-16, no blanks, the
 * shortest escapes.
 *
 * <p>Numbers are whole and at most 2^53 − 1 in size, the range in which every reader agrees; amounts are strings (rule
 * D-12).
 */
public final class CanonicalJson {

    /** The greatest whole number that JSON readers of all languages hold exactly: 2^53 − 1. */
    private static final long GREATEST_EXACT = (1L << 53) - 1;

    private static final HexFormat HEX = HexFormat.of();

    private CanonicalJson() {}

    /**
     * The canonical text of an object.
     *
     * @param members by name; values are strings, booleans, {@code null}, integers, longs, collections in their order,
     *     and maps with strings as keys
     * @throws IllegalArgumentException if a value is of another kind, a number is too great, or a string is no Unicode
     *     text (half of a surrogate pair)
     */
    public static String of(Map<String, ? extends @Nullable Object> members) {
        var json = new StringBuilder();
        writeObject(json, members);
        return json.toString();
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case String text -> writeString(json, text);
            case Boolean truth -> json.append(truth.booleanValue());
            case Integer number -> json.append(number.intValue());
            case Long number -> json.append(exact(number));
            case Collection<?> items -> writeArray(json, items);
            case Map<?, ?> members -> writeObject(json, members);
            default -> throw new IllegalArgumentException("not a value of canonical JSON: " + value.getClass());
        }
    }

    private static long exact(long number) {
        if (Math.abs(number) > GREATEST_EXACT || number == Long.MIN_VALUE) {
            throw new IllegalArgumentException("beyond the whole numbers that JSON keeps exactly: " + number);
        }
        return number;
    }

    private static void writeArray(StringBuilder json, Collection<?> items) {
        json.append('[');
        String separator = "";
        for (Object item : items) {
            json.append(separator);
            write(json, item);
            separator = ",";
        }
        json.append(']');
    }

    private static void writeObject(StringBuilder json, Map<?, ? extends @Nullable Object> members) {
        json.append('{');
        String separator = "";
        for (Map.Entry<String, ? extends @Nullable Object> member :
                inOrder(members).entrySet()) {
            json.append(separator);
            writeString(json, member.getKey());
            json.append(':');
            write(json, member.getValue());
            separator = ",";
        }
        json.append('}');
    }

    /** A string's natural order is that of its UTF-16 code units, as RFC 8785 asks. */
    private static Map<String, @Nullable Object> inOrder(Map<?, ? extends @Nullable Object> members) {
        Map<String, @Nullable Object> ordered = new TreeMap<>();
        members.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("a member's name is not a string: " + name);
            }
            ordered.put(text, value);
        });
        return ordered;
    }

    private static void writeString(StringBuilder json, String text) {
        json.append('"');
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> writeOther(json, point);
            }
        });
        json.append('"');
    }

    private static void writeOther(StringBuilder json, int point) {
        if (point < ' ') {
            json.append("\\u").append(HEX.toHexDigits((char) point));
        } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("half of a surrogate pair is no Unicode text");
        } else {
            json.appendCodePoint(point);
        }
    }
}
