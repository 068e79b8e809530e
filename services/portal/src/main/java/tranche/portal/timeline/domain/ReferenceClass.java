package tranche.portal.timeline.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How long a fab has taken from the start of its construction to its production on average, 635 fabs of 1990 to 2020 by where
 * they stand, permits not included (rule D-38). A hint beside a plan, never a guard.
 *
 * @param region whose fabs these are
 * @param planned what the plan takes, in days
 */
public record ReferenceClass(Region region, long planned) {

    /** Where fabs were built, with the average of each in days. */
    public enum Region {
        JAPAN(584, Set.of("JP")),
        KOREA(620, Set.of("KR")),
        TAIWAN(654, Set.of("TW")),
        EUROPE_AND_MIDDLE_EAST(
                690,
                Set.of(
                        "AE", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR",
                        "HU", "IE", "IL", "IS", "IT", "JO", "KW", "LT", "LU", "LV", "MT", "NL", "NO", "OM", "PL", "PT",
                        "QA", "RO", "SA", "SE", "SI", "SK", "TR")),
        CHINA(701, Set.of("CN")),
        UNITED_STATES(736, Set.of("US")),
        SOUTHEAST_ASIA(781, Set.of("ID", "MY", "PH", "SG", "TH", "VN")),
        /** All of them: where no other stands for a country. */
        WORLD(682, Set.of());

        private final int days;
        private final Set<String> countries;

        Region(int days, Set<String> countries) {
            this.days = days;
            this.countries = countries;
        }

        /** What the average took. */
        public int days() {
            return days;
        }

        /** The name in keys of texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Region of(String country) {
            return Arrays.stream(values())
                    .filter(region -> region.countries.contains(country))
                    .findFirst()
                    .orElse(WORLD);
        }
    }

    /**
     * The class of a fab's plan.
     *
     * @param plan the project's milestones
     * @return empty where it is no fab, or its plan does not say when construction begins and production does
     */
    public static Optional<ReferenceClass> of(ProjectKind kind, String country, List<Outline> plan) {
        Optional<LocalDate> begun = plan.stream()
                .filter(one ->
                        one.kind() == MilestoneKind.CONSTRUCTION && !one.state().isGone())
                .map(Outline::from)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> produces = plan.stream()
                .filter(one ->
                        one.kind() == MilestoneKind.PRODUCTION && !one.state().isGone())
                .map(Outline::day)
                .min(Comparator.naturalOrder());
        return kind != ProjectKind.FAB
                ? Optional.empty()
                : begun.flatMap(from -> produces.filter(from::isBefore)
                        .map(to -> new ReferenceClass(Region.of(country), ChronoUnit.DAYS.between(from, to))));
    }

    /** Whether the plan is shorter than the average. */
    public boolean faster() {
        return planned < region.days();
    }
}
