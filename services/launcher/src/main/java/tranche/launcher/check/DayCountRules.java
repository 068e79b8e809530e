package tranche.launcher.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tranche.values.calendar.DayCount;
import tranche.values.money.Fraction;

/** Parts of a year (rule D-13). */
final class DayCountRules {

    private DayCountRules() {}

    /** {@code daycount}: the fraction from {@code start} to {@code end}, in lowest terms, by each convention. */
    static Map<String, Object> fractions(ExampleInput input) {
        LocalDate start = input.date("start");
        LocalDate end = input.date("end");
        Map<String, Object> fractions = new LinkedHashMap<>();
        for (DayCount dayCount : DayCount.values()) {
            Fraction fraction = dayCount.yearFraction(start, end);
            fractions.put(dayCount.code(), Map.of("num", fraction.numerator(), "den", fraction.denominator()));
        }
        return fractions;
    }
}
