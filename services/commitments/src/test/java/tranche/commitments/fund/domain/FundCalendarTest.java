package tranche.commitments.fund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("§8.3: a fund's business days are those on which its banks settle")
class FundCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "US, 2026-01-01, new year",
        "US, 2026-01-19, Martin Luther King’s birthday",
        "US, 2026-02-16, Washington’s birthday",
        "US, 2026-05-25, Memorial Day",
        "US, 2026-06-19, Juneteenth",
        "US, 2026-09-07, Labor Day",
        "US, 2026-10-12, Columbus Day",
        "US, 2026-11-11, Veterans Day",
        "US, 2026-11-26, Thanksgiving",
        "US, 2026-12-25, Christmas",
        "US, 2027-07-05, Independence Day of a Sunday",
        "TARGET, 2026-04-03, Good Friday",
        "TARGET, 2026-04-06, Easter Monday",
        "TARGET, 2038-04-26, the latest Easter Monday there can be",
        "TARGET, 2026-05-01, May Day",
        "TARGET, 2025-12-26, Saint Stephen",
        "TARGET, 2026-11-28, a Saturday",
    })
    void are_no_holidays(FundCalendar calendar, LocalDate day, String name) {
        assertThat(calendar.businessDays().isWorkingDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "US, 2026-07-03, the Friday before an Independence Day of a Saturday",
        "US, 2026-04-03, Good Friday",
        "US, 2020-06-19, Juneteenth before it was kept",
        "TARGET, 2026-11-26, Thanksgiving",
        "TARGET, 2026-05-14, Ascension",
    })
    void are_all_others(FundCalendar calendar, LocalDate day, String name) {
        assertThat(calendar.businessDays().isWorkingDay(day)).as(name).isTrue();
    }

    @Test
    void are_counted_over_a_year_s_end() {
        assertThat(FundCalendar.TARGET.businessDays().add(LocalDate.of(2026, 12, 23), 3))
                .isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(FundCalendar.US.businessDays().add(LocalDate.of(2026, 12, 23), 3))
                .isEqualTo(LocalDate.of(2026, 12, 29));
    }
}
