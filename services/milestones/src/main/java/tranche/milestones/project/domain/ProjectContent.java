package tranche.milestones.project.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.ContentHash;
import tranche.values.country.Country;
import tranche.values.register.CanonicalJson;

/**
 * What a project says of itself.
 *
 * @param name 1 to 200 characters
 * @param region ISO 3166-2 code, for instance {@code US-AZ}, or a name of 1 to 100 characters; with the country it says
 *     which days are worked
 * @param zone in which its days begin; the programme's where none is given
 * @param startDate before which nothing of it starts; the day of its registration where none is given
 * @param unverified whether the particulars come from outside and were not confirmed by the project's manager
 * @param sourceNote where the particulars come from
 */
public record ProjectContent(
        String name,
        ProjectKind kind,
        String region,
        Country country,
        Optional<Location> location,
        Optional<ZoneId> zone,
        Optional<LocalDate> startDate,
        boolean unverified,
        Optional<String> sourceNote) {

    /** The hash by which a request that came twice is told from another. */
    public ContentHash hash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("name", name);
        members.put("kind", kind.name());
        members.put("region", region);
        members.put("country", country.code());
        members.put("location", location.map(Location::toString).orElse(null));
        members.put("zone", zone.map(ZoneId::getId).orElse(null));
        members.put("startDate", startDate.map(LocalDate::toString).orElse(null));
        members.put("unverified", unverified);
        members.put("sourceNote", sourceNote.orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
