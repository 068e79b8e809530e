package tranche.portal.timeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.portal.timeline.domain.ReferenceClass.Region;

@DisplayName("D-38: how long fabs have taken")
class ReferenceClassTest {

    private static Outline outline(MilestoneKind kind, String from, String day) {
        return new Outline(
                UUID.randomUUID(),
                kind.code(),
                kind,
                MilestoneState.PLANNED,
                Breach.NONE,
                0,
                LocalDate.parse(from),
                LocalDate.parse(day),
                List.of());
    }

    private static final List<Outline> PLAN = List.of(
            outline(MilestoneKind.PERMIT, "2024-01-01", "2025-01-01"),
            outline(MilestoneKind.CONSTRUCTION, "2025-01-01", "2025-06-01"),
            outline(MilestoneKind.CONSTRUCTION, "2025-06-01", "2026-06-01"),
            outline(MilestoneKind.PRODUCTION, "2026-06-01", "2027-01-01"));

    @ParameterizedTest
    @CsvSource({
        "JP, JAPAN, 584, false",
        "US, UNITED_STATES, 736, true",
        "DE, EUROPE_AND_MIDDLE_EAST, 690, false",
        "SG, SOUTHEAST_ASIA, 781, true",
        "IN, WORLD, 682, false",
    })
    void flag_a_plan_that_is_shorter_than_the_average_of_its_region(
            String country, Region region, int days, boolean faster) {
        ReferenceClass average =
                ReferenceClass.of(ProjectKind.FAB, country, PLAN).orElseThrow();

        assertThat(average.planned()).as("without the permit").isEqualTo(730);
        assertThat(average.region()).isEqualTo(region);
        assertThat(average.region().days()).isEqualTo(days);
        assertThat(average.faster()).isEqualTo(faster);
    }

    @Test
    void say_nothing_of_what_is_no_fab_or_says_not_when_it_produces() {
        assertThat(ReferenceClass.of(ProjectKind.ENERGY_SITE, "US", PLAN)).isEmpty();
        assertThat(ReferenceClass.of(ProjectKind.FAB, "US", PLAN.subList(0, 3))).isEmpty();
        assertThat(ReferenceClass.of(ProjectKind.FAB, "US", PLAN.subList(3, 4))).isEmpty();
    }
}
