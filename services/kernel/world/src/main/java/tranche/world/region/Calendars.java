package tranche.world.region;

import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;

/** Which days are worked in a country, and in a region of it where that has holidays of its own (rule D-32). */
public interface Calendars {

    /**
     * Which days are worked there.
     *
     * @param region ISO 3166-2 code, for instance {@code US-AZ}; any other name is that of no region with a calendar
     */
    WorkingDays of(Country country, String region);

    /**
     * The name under which the calendar stands in a plan: the region's code where it has one of its own, else the country's;
     * where no holidays of the country are known and weekends alone are left out, {@code TW/WEEKENDS}.
     */
    String nameOf(Country country, String region);
}
