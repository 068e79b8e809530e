package tranche.portal.raise.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentSort;

/**
 * Where a page of the list ended: the order's values of its last row. It names the order and the filter that it belongs
 * to, because in another one it would point anywhere.
 */
record CommitmentCursor(List<String> values) {

    /** Between the parts of a cursor's text; no value holds it, since texts with control characters are refused. */
    private static final String SEPARATOR = "\u001f";

    String text(CommitmentFilter filter, CommitmentSort sort) {
        String plain = belonging(filter, sort) + SEPARATOR + String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the text is no cursor of this filter and order */
    static CommitmentCursor parse(String text, CommitmentFilter filter, CommitmentSort sort) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
        if (parts.size() < 2 || !parts.getFirst().equals(belonging(filter, sort))) {
            throw new IllegalArgumentException("a cursor of another list");
        }
        return new CommitmentCursor(parts.subList(1, parts.size()));
    }

    private static String belonging(CommitmentFilter filter, CommitmentSort sort) {
        return sort.code() + "/" + Integer.toHexString(filter.toString().hashCode());
    }
}
