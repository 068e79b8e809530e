package tranche.values.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.values.vectors.Vectors;
import tranche.values.vectors.Vectors.Vector;

class WorkingDaysTest {

    static List<Vector> vectors() {
        return Vectors.of("cal");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void counts_as_the_worked_examples_do(Vector vector) {
        Map<String, WorkingDays> calendars = new HashMap<>();
        vector.input()
                .get("calendars")
                .properties()
                .forEach(member -> calendars.put(member.getKey(), read(member.getValue())));

        List<String> dates = new ArrayList<>();
        for (JsonNode given : vector.input().get("cases")) {
            WorkingDays days =
                    Objects.requireNonNull(calendars.get(given.get("cal").textValue()));
            dates.add(days.add(
                            LocalDate.parse(given.get("date").textValue()),
                            given.get("n").intValue())
                    .toString());
        }

        List<String> expected = new ArrayList<>();
        vector.expected().get("dates").forEach(date -> expected.add(date.textValue()));
        assertThat(dates).isEqualTo(expected);
    }

    private static WorkingDays read(JsonNode calendar) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        calendar.get("weekend").forEach(day -> weekend.add(DayOfWeek.of(day.intValue() + 1)));
        Set<LocalDate> holidays = new HashSet<>();
        calendar.get("holidays").forEach(day -> holidays.add(LocalDate.parse(day.textValue())));
        return WorkingDays.of(weekend, holidays);
    }

    @Test
    void a_week_has_a_working_day() {
        assertThatThrownBy(() -> WorkingDays.of(EnumSet.allOf(DayOfWeek.class), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
