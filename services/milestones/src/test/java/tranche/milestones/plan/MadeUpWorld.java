package tranche.milestones.plan;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tranche.testkit.TestClock;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;
import tranche.world.region.Calendars;

/** A clock that a test sets, and calendars that it makes up; there only where a test asks for them. */
@Factory
@Requires(property = MadeUpWorld.START)
public final class MadeUpWorld {

    /** The property with the clock's first time. */
    public static final String START = "tranche.test.start";

    /** Calendars by the names of regions; elsewhere all days from Monday to Friday are worked. */
    public static final class Regions implements Calendars {

        private static final WorkingDays WEEKS =
                WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

        private final Map<String, WorkingDays> known = new ConcurrentHashMap<>();

        public void know(String region, WorkingDays days) {
            known.put(region, days);
        }

        @Override
        public WorkingDays of(Country country, String region) {
            return known.getOrDefault(region, WEEKS);
        }

        @Override
        public String nameOf(Country country, String region) {
            return region;
        }
    }

    @Singleton
    @Primary
    TestClock clock(@Property(name = START) String start) {
        return TestClock.at(start);
    }

    @Singleton
    @Primary
    Regions regions() {
        return new Regions();
    }
}
