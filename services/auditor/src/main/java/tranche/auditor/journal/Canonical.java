package tranche.auditor.journal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON in the form that a journal entry's hash covers (RFC 8785): members in the order of their names, nothing between,
 * only the escapes that must be. Values are strings, whole numbers, lists and objects.
 */
final class Canonical {

    private Canonical() {}

    static String of(Object value) {
        return switch (value) {
            case String text -> string(text);
            case Long number -> number.toString();
            case Collection<?> list -> list.stream().map(Canonical::of).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> members ->
                new TreeMap<Object, Object>(members)
                        .entrySet().stream()
                                .map(member -> string(member.getKey().toString()) + ":" + of(member.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
            default -> throw new IllegalArgumentException("no journal entry has a " + value.getClass());
        };
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int escape = "\"\\\b\t\n\f\r".indexOf(letter);
            if (escape >= 0) {
                json.append('\\').append("\"\\btnfr".charAt(escape));
            } else if (letter < ' ') {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }
}
