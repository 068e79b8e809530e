package tranche.portal.receipt.page;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Addresses;
import tranche.portal.listing.page.Asked;
import tranche.portal.receipt.domain.ReceiptState;

/**
 * What the address of the list asks for.
 *
 * @param after the service's own place in the list
 * @param unknown the parts that were left out, for they mean nothing
 */
record ReceiptsQuery(ReceiptDesk.Filter filter, Optional<String> after, Map<String, String> unknown) {

    static final String PATH = "/receipts";

    static ReceiptsQuery of(HttpRequest<?> request) {
        Asked asked = new Asked(request);
        ReceiptDesk.Filter filter = new ReceiptDesk.Filter(
                asked.read("fund", Asked::id),
                asked.read("call", Asked::id),
                asked.read("state", Asked.oneOf(ReceiptState.values())));
        return new ReceiptsQuery(filter, asked.given("after"), asked.unknown());
    }

    /** The same from its first page on: the place that it named is in another list, or in none. */
    ReceiptsQuery withoutPlace() {
        Map<String, String> more = new LinkedHashMap<>(unknown);
        after.ifPresent(place -> more.put("after", Asked.shortened(place)));
        return new ReceiptsQuery(filter, Optional.empty(), more);
    }

    boolean isPlain() {
        return parts().isEmpty();
    }

    /** Whether what waits for a match stands above the list: on its first page, unless it is cut to something else. */
    boolean showsWhatWaits() {
        return after.isEmpty() && filter.state().isEmpty() && filter.call().isEmpty();
    }

    /** The parts of the address, without the place in the list. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        filter.fund().ifPresent(id -> parts.put("fund", id.toString()));
        filter.call().ifPresent(id -> parts.put("call", id.toString()));
        filter.state().ifPresent(state -> parts.put("state", state.code()));
        return parts;
    }

    String under(String path) {
        return Addresses.with(path, parts());
    }

    String without(String part) {
        Map<String, String> rest = parts();
        rest.remove(part);
        return Addresses.with(PATH, rest);
    }

    String from(String place) {
        Map<String, String> all = parts();
        all.put("after", place);
        return Addresses.with(PATH, all);
    }
}
