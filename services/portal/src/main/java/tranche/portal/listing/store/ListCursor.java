package tranche.portal.listing.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of a list ended: the order's values of its last row. It names the order and the filter that it belongs to,
 * because in another one it would point anywhere.
 */
public record ListCursor(List<String> values) {

    /** Between the parts of a cursor's text; no value holds it, since texts with control characters are refused. */
    private static final String SEPARATOR = "\u001f";

    public ListCursor {
        values = List.copyOf(values);
    }

    /**
     * As it stands in an address.
     *
     * @param sort code of the order
     * @param filter whose text tells it from others
     */
    public String text(String sort, Record filter) {
        String plain = belonging(sort, filter) + SEPARATOR + String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws IllegalArgumentException if the text is none of this filter and order
     */
    public static ListCursor parse(String text, String sort, Record filter, ListOrder order) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
        if (parts.size() != order.parts().size() + 1 || !parts.getFirst().equals(belonging(sort, filter))) {
            throw new IllegalArgumentException("a cursor of another list");
        }
        return new ListCursor(parts.subList(1, parts.size()));
    }

    private static String belonging(String sort, Record filter) {
        return sort + "/" + Integer.toHexString(filter.toString().hashCode());
    }
}
