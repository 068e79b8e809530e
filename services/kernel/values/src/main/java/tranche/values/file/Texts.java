package tranche.values.file;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells text from other bytes, and a table from prose. */
final class Texts {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private Texts() {}

    /** Whether no byte is one that no text has: any control but tab, line feed, form feed and carriage return. */
    static boolean isText(byte[] head) {
        for (byte each : head) {
            boolean isControl = (each >= 0 && each < ' ') || each == 0x7F;
            if (isControl && each != '\t' && each != '\n' && each != '\f' && each != '\r') {
                return false;
            }
        }
        return head.length > 0;
    }

    /** Whether the first two lines are cut equally often by one of the separators (RFC 4180 and its relatives). */
    static boolean isTable(byte[] head) {
        List<String> lines =
                new String(head, StandardCharsets.ISO_8859_1).lines().limit(2).toList();
        return lines.size() == 2
                && SEPARATORS.stream()
                        .anyMatch(separator -> cuts(lines.getFirst(), separator) > 0
                                && cuts(lines.getFirst(), separator) == cuts(lines.getLast(), separator));
    }

    private static int cuts(String line, char separator) {
        int cuts = 0;
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            if (!quoted && line.charAt(at) == separator) {
                cuts++;
            }
        }
        return cuts;
    }
}
