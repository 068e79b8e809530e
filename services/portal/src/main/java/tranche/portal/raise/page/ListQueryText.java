package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Addresses;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.InvestorKind;

/**
 * What the address of the list asks for. A part that cannot be read is left out, so that an old or mistyped address still
 * shows a list, which then says so.
 *
 * @param unknown the parts that were left out
 */
record ListQueryText(
        CommitmentFilter filter, CommitmentSort sort, Optional<String> after, Map<String, String> unknown) {

    static final String PATH = "/commitments";

    /** Longer texts are in no name. */
    private static final int LONGEST_TEXT = 200;

    /** Enough to recognise what was mistyped. */
    private static final int LONGEST_SHOWN = 40;

    static ListQueryText of(HttpRequest<?> request) {
        Optional<String> text = given(request, "text").filter(asked -> asked.length() <= LONGEST_TEXT);
        Optional<CommitmentSort> sort = given(request, "sort").flatMap(CommitmentSort::of);
        CommitmentFilter filter = new CommitmentFilter(
                id(request, "programme"),
                id(request, "fund"),
                given(request, "kind").flatMap(code -> coded(InvestorKind.values(), code)),
                given(request, "state").flatMap(code -> coded(CommitmentState.values(), code)),
                text);
        Map<String, Optional<?>> read = new LinkedHashMap<>();
        read.put("programme", filter.programme());
        read.put("fund", filter.fund());
        read.put("kind", filter.kind());
        read.put("state", filter.state());
        read.put("text", text);
        read.put("sort", sort);
        Map<String, String> unknown = new LinkedHashMap<>();
        read.forEach((name, value) -> {
            if (value.isEmpty()) {
                given(request, name).ifPresent(asked -> unknown.put(name, shortened(asked)));
            }
        });
        return new ListQueryText(filter, sort.orElse(CommitmentSort.DEFAULT), given(request, "after"), unknown);
    }

    /** The same from its first page on: the place that it named is in another list, or in none. */
    ListQueryText withoutPlace() {
        Map<String, String> more = new LinkedHashMap<>(unknown);
        after.ifPresent(place -> more.put("after", shortened(place)));
        return new ListQueryText(filter, sort, Optional.empty(), more);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Optional<String> given(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<UUID> id(HttpRequest<?> request, String name) {
        return given(request, name).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        });
    }

    private static <E extends Enum<E>> Optional<E> coded(E[] values, String code) {
        String name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** The parts of the address, without the place in the list. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        filter.programme().ifPresent(id -> parts.put("programme", id.toString()));
        filter.fund().ifPresent(id -> parts.put("fund", id.toString()));
        filter.kind().ifPresent(kind -> parts.put("kind", kind.code()));
        filter.state().ifPresent(state -> parts.put("state", state.code()));
        filter.text().ifPresent(text -> parts.put("text", text));
        if (!sort.equals(CommitmentSort.DEFAULT)) {
            parts.put("sort", sort.code());
        }
        return parts;
    }

    String address() {
        return Addresses.with(PATH, parts());
    }

    String without(String part) {
        Map<String, String> rest = parts();
        rest.remove(part);
        return Addresses.with(PATH, rest);
    }

    String with(String part, String value) {
        Map<String, String> all = parts();
        all.put(part, value);
        return Addresses.with(PATH, all);
    }

    String under(String path) {
        return Addresses.with(path, parts());
    }
}
