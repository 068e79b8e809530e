package tranche.web.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tranche.web.json.JsonObject;

/**
 * One page of a list.
 *
 * @param items in the list's order; may be empty
 * @param next what the next page is asked for with; empty on the last page
 * @param <T> a row
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page as JSON: {@code {"items": [...], "next": ...}}. */
    public JsonObject json(Function<T, JsonObject> row) {
        return JsonObject.empty().put("items", items.stream().map(row).toList()).put("next", next);
    }
}
