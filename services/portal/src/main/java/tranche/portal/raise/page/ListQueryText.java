package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Addresses;
import tranche.portal.listing.page.Asked;
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

    static ListQueryText of(HttpRequest<?> request) {
        Asked asked = new Asked(request);
        CommitmentFilter filter = new CommitmentFilter(
                asked.read("programme", Asked::id),
                asked.read("fund", Asked::id),
                asked.read("kind", Asked.oneOf(InvestorKind.values())),
                asked.read("state", Asked.oneOf(CommitmentState.values())),
                asked.read("text", Asked::text));
        Optional<CommitmentSort> sort = asked.read("sort", CommitmentSort::of);
        return new ListQueryText(filter, sort.orElse(CommitmentSort.DEFAULT), asked.given("after"), asked.unknown());
    }

    /** The same from its first page on: the place that it named is in another list, or in none. */
    ListQueryText withoutPlace() {
        Map<String, String> more = new LinkedHashMap<>(unknown);
        after.ifPresent(place -> more.put("after", Asked.shortened(place)));
        return new ListQueryText(filter, sort, Optional.empty(), more);
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
