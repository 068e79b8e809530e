package tranche.world.region;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;

/**
 * Calendars with the public holidays that Jollyday knows. Each is made when it is first asked for and then kept: there are
 * as many as there are countries and regions with projects.
 *
 * <p>A holiday is part of what a forecast is made of, so the library's version is pinned: another one may move dates.
 */
public final class HolidayCalendars implements Calendars {

    /** The first holidays that count: no plan reaches further back. */
    static final int FIRST_YEAR = 1990;

    /** The last ones: beyond it a forecast leaves out weekends alone. */
    static final int LAST_YEAR = 2100;

    private static final String WITHOUT_HOLIDAYS = "/WEEKENDS";

    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes();

    private final Map<Place, WorkingDays> calendars = new ConcurrentHashMap<>();

    /** Which parts of a country have holidays of their own. */
    private final Map<Country, Set<String>> parts = new ConcurrentHashMap<>();

    /**
     * Whose holidays count.
     *
     * @param part of the country, as the library calls it, for instance {@code az}; empty for the country as such
     */
    private record Place(Country country, Optional<String> part) {}

    @Override
    public WorkingDays of(Country country, String region) {
        return calendars.computeIfAbsent(place(country, region), HolidayCalendars::made);
    }

    @Override
    public String nameOf(Country country, String region) {
        if (!hasHolidays(country)) {
            return country + WITHOUT_HOLIDAYS;
        }
        return place(country, region)
                .part()
                .map(part -> country + "-" + part.toUpperCase(Locale.ROOT))
                .orElse(country.code());
    }

    private static boolean hasHolidays(Country country) {
        return KNOWN.contains(country.code());
    }

    private Place place(Country country, String region) {
        String within = country + "-";
        if (!hasHolidays(country) || !region.startsWith(within)) {
            return new Place(country, Optional.empty());
        }
        String part = region.substring(within.length()).toLowerCase(Locale.ROOT);
        return new Place(
                country, Optional.of(part).filter(parts.computeIfAbsent(country, HolidayCalendars::partsOf)::contains));
    }

    private static Set<String> partsOf(Country country) {
        return Set.copyOf(manager(country).getCalendarHierarchy().getChildren().keySet());
    }

    private static WorkingDays made(Place place) {
        return WorkingDays.of(Weekend.of(place.country()), hasHolidays(place.country()) ? holidays(place) : List.of());
    }

    private static List<LocalDate> holidays(Place place) {
        HolidayManager manager = manager(place.country());
        String[] parts = place.part().stream().toArray(String[]::new);
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(Year::of)
                .flatMap(year -> manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, parts).stream())
                .map(Holiday::getDate)
                .toList();
    }

    /** The library keeps them. */
    private static HolidayManager manager(Country country) {
        return HolidayManager.getInstance(
                ManagerParameters.create(country.code().toLowerCase(Locale.ROOT)));
    }
}
