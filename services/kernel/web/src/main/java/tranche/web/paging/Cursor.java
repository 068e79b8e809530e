package tranche.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page ended: the values by which its list is ordered, of the last row. It is opaque to callers, says of which
 * list it is, and gives no right: each page is cut by the caller's own access.
 *
 * @param list the path of the list
 * @param values in the order of the list's keys, none with the separator U+001F
 */
record Cursor(String list, List<String> values) {

    private static final String SEPARATOR = "\u001F";

    /** Ids and dates, a few; nothing longer was given out. */
    private static final int MOST_CHARACTERS = 1_024;

    Cursor {
        values = List.copyOf(values);
    }

    String text() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a text that this list gave; empty where it gave none such. */
    static Optional<Cursor> parse(String list, int values, String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            Cursor cursor = new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
            return cursor.list().equals(list) && cursor.values().size() == values
                    ? Optional.of(cursor)
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException noneOfOurs) {
            return Optional.empty();
        }
    }
}
