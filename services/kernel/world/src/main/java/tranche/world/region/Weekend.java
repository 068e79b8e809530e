package tranche.world.region;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.values.country.Country;

/**
 * The days of the week that are not worked, by country (rule D-32).
 *
 * <p>As in CLDR 48, which says Saturday and Sunday where it knows nothing else; Bangladesh, the Maldives and Palestine, of
 * which it knows nothing, rest on Friday and Saturday. The United Arab Emirates have rested on Saturday and Sunday since
 * 2022: plans lie after that, so their former weekend is not kept.
 */
public final class Weekend {

    private static final Set<DayOfWeek> USUAL = Set.of(SATURDAY, SUNDAY);

    private static final Map<String, Set<DayOfWeek>> OTHERS = Stream.of(
                    in(Set.of(FRIDAY, SATURDAY), "BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE"),
                    in(Set.of(THURSDAY, FRIDAY), "AF"),
                    in(Set.of(FRIDAY), "IR"),
                    in(Set.of(SUNDAY), "IN UG"))
            .flatMap(countries -> countries)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Weekend() {}

    private static Stream<Map.Entry<String, Set<DayOfWeek>>> in(Set<DayOfWeek> days, String countries) {
        return Stream.of(countries.split(" ", -1)).map(country -> Map.entry(country, days));
    }

    public static Set<DayOfWeek> of(Country country) {
        return OTHERS.getOrDefault(country.code(), USUAL);
    }
}
