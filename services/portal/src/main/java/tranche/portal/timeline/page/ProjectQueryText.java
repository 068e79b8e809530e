package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.portal.frame.page.Addresses;
import tranche.portal.listing.page.Asked;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectKind;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.portal.timeline.domain.Standing;

/**
 * What the address of the list asks for. A part that cannot be read is left out, so that an old or mistyped address still
 * shows a list, which then says so.
 *
 * @param unknown the parts that were left out
 */
record ProjectQueryText(ProjectFilter filter, ProjectSort sort, Optional<String> after, Map<String, String> unknown) {

    static final String PATH = "/projects";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static ProjectQueryText of(HttpRequest<?> request) {
        Asked asked = new Asked(request);
        ProjectFilter filter = new ProjectFilter(
                asked.read("programme", Asked::id),
                asked.read("kind", Asked.oneOf(ProjectKind.values())),
                asked.read("country", code -> Optional.of(code).filter(COUNTRIES::contains)),
                asked.read("state", Asked.oneOf(Standing.values())),
                asked.read("text", Asked::text));
        Optional<ProjectSort> sort = asked.read("sort", ProjectSort::of);
        return new ProjectQueryText(filter, sort.orElse(ProjectSort.DEFAULT), asked.given("after"), asked.unknown());
    }

    /** The same from its first page on: the place that it named is in another list, or in none. */
    ProjectQueryText withoutPlace() {
        Map<String, String> more = new LinkedHashMap<>(unknown);
        after.ifPresent(place -> more.put("after", Asked.shortened(place)));
        return new ProjectQueryText(filter, sort, Optional.empty(), more);
    }

    /** The parts of the address, without the place in the list. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        filter.programme().ifPresent(id -> parts.put("programme", id.toString()));
        filter.kind().ifPresent(kind -> parts.put("kind", kind.code()));
        filter.country().ifPresent(country -> parts.put("country", country));
        filter.standing().ifPresent(standing -> parts.put("state", standing.code()));
        filter.text().ifPresent(text -> parts.put("text", text));
        if (!sort.equals(ProjectSort.DEFAULT)) {
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
