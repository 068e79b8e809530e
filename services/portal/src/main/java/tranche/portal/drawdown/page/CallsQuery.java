package tranche.portal.drawdown.page;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.frame.page.Addresses;
import tranche.portal.listing.page.Asked;

/**
 * What the address of the list asks for.
 *
 * @param after the service's own place in the list
 * @param unknown the parts that were left out, for they mean nothing
 */
record CallsQuery(CallDesk.Filter filter, Optional<String> after, Map<String, String> unknown) {

    static final String PATH = "/calls";

    static CallsQuery of(HttpRequest<?> request) {
        Asked asked = new Asked(request);
        CallDesk.Filter filter = new CallDesk.Filter(
                asked.read("fund", Asked::id), asked.read("state", Asked.oneOf(CallState.values())));
        return new CallsQuery(filter, asked.given("after"), asked.unknown());
    }

    /** The same from its first page on: the place that it named is in another list, or in none. */
    CallsQuery withoutPlace() {
        Map<String, String> more = new LinkedHashMap<>(unknown);
        after.ifPresent(place -> more.put("after", Asked.shortened(place)));
        return new CallsQuery(filter, Optional.empty(), more);
    }

    boolean isPlain() {
        return filter.fund().isEmpty() && filter.state().isEmpty();
    }

    /** The parts of the address, without the place in the list. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        filter.fund().ifPresent(id -> parts.put("fund", id.toString()));
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
