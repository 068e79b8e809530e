package tranche.portal.listing.page;

import java.util.Optional;

/**
 * The head of a column that sorts.
 *
 * @param look its class in the sheet; empty for a plain one
 * @param sort the code that a click asks for
 * @param direction for {@code aria-sort}; empty where the list is not sorted by it
 */
public record Head(String name, Optional<String> look, String sort, Optional<String> direction) {

    /** The icon that tells the direction. */
    public String icon() {
        return direction
                .map(now -> now.equals("ascending") ? "arrow-up" : "arrow-down")
                .orElse("selector");
    }
}
