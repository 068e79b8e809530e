package tranche.world.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;

@DisplayName("D-32: days are worked as they are where the project is")
class HolidayCalendarsTest {

    private static final Calendars CALENDARS = new HolidayCalendars();

    private static WorkingDays of(String country, String region) {
        return CALENDARS.of(new Country(country), region);
    }

    @ParameterizedTest
    @CsvSource({
        "US, US-AZ, 2026-11-26, Thanksgiving",
        "US, US-AZ, 2026-12-25, Christmas",
        "US, US-AZ, 2026-01-19, Martin Luther King’s birthday",
        "DE, DE-SN, 2026-10-03, German unity",
        "DE, DE-SN, 2026-11-18, Day of repentance: in Saxony alone",
        "FR, FR-ARA, 2026-07-14, the fourteenth of July",
        "FR, Grenoble, 2026-05-14, Ascension",
        "IE, IE-KE, 2026-03-17, Saint Patrick",
        "IE, Leixlip, 2026-08-03, the August holiday",
        "JP, JP-43, 2026-05-05, Children’s day",
        "JP, Kumamoto, 2027-01-01, New year",
    })
    void are_not_worked_on_holidays(String country, String region, LocalDate day, String name) {
        assertThat(of(country, region).isWorkingDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "US, US-AZ, 2026-11-25, the day before Thanksgiving",
        "DE, DE-BE, 2026-11-18, Day of repentance: not in Berlin",
        "FR, FR-ARA, 2026-11-12, the day after the armistice",
        "IE, IE-KE, 2026-03-18, the day after Saint Patrick",
        "JP, JP-43, 2026-05-07, after the golden week",
        "TW, TW-HSQ, 2026-10-12, a Monday",
        "AE, AE-DU, 2026-11-27, a Friday",
        "IL, IL-D, 2026-11-29, a Sunday",
        "IN, Gujarat, 2026-11-28, a Saturday",
    })
    void are_worked_otherwise(String country, String region, LocalDate day, String name) {
        assertThat(of(country, region).isWorkingDay(day)).as(name).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "US, 2026-11-28, a Saturday",
        "AE, 2026-11-28, a Saturday",
        "AE, 2026-11-29, a Sunday",
        "SA, 2026-11-27, a Friday",
        "IL, 2026-11-27, a Friday",
        "BD, 2026-11-28, a Saturday",
        "IN, 2026-11-29, a Sunday",
        "TW, 2026-11-29, a Sunday",
    })
    void are_not_worked_at_the_weekend_of_the_country(String country, LocalDate day, String name) {
        assertThat(of(country, "anywhere").isWorkingDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "US, US-AZ, US-AZ",
        "US, Arizona, US",
        "US, DE-SN, US",
        "DE, DE-SN, DE-SN",
        "DE, DE-XX, DE",
        "FR, FR-ARA, FR",
        "JP, Kumamoto, JP",
        "TW, TW-HSQ, TW/WEEKENDS",
    })
    @DisplayName("D-32: a calendar is named after whose holidays count, and says where only weekends do")
    void are_named(String country, String region, String name) {
        assertThat(CALENDARS.nameOf(new Country(country), region)).isEqualTo(name);
    }

    @Test
    void count_the_holidays_between_two_days() {
        // The week of Thanksgiving, and the Christmas of a Friday.
        assertThat(of("US", "US-AZ").between(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)))
                .isEqualTo(4);
        assertThat(of("US", "US-AZ").add(LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void are_made_once() {
        assertThat(of("US", "Arizona")).isSameAs(of("US", "Texas"));
        assertThat(of("US", "US-AZ")).isNotSameAs(of("US", "US-TX"));
    }
}
