package tranche.portal.frame.page;

import com.ibm.icu.text.TimeZoneNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Time zones that pages can be read in, by names that people know. */
public final class Zones {

    /** Until another is chosen. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    /** Those that are offered; a browser adds its own. */
    public static final List<ZoneId> OFFERED = List.of(
            UTC,
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Europe/Paris"),
            ZoneId.of("Asia/Dubai"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Singapore"),
            ZoneId.of("Asia/Tokyo"));

    private Zones() {}

    /** A zone by its id; empty where there is none, or one that no person would know. */
    public static Optional<ZoneId> of(String id) {
        if (!id.equals(UTC.getId()) && !id.contains("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** {@code UTC}, or the city by which a zone is known: {@code London}, {@code Londres}. */
    public static String name(ZoneId zone, Locale locale) {
        String city = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone.getId());
        return zone.equals(UTC) || city == null ? zone.getId() : city;
    }

    /** The zones to choose from, with the one that is chosen. */
    public static List<ZoneId> choices(ZoneId chosen) {
        if (OFFERED.contains(chosen)) {
            return OFFERED;
        }
        return Stream.concat(OFFERED.stream(), Stream.of(chosen)).toList();
    }
}
