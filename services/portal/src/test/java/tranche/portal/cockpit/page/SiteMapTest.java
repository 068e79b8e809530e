package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.portal.timeline.domain.ProgrammeBuild.Place;
import tranche.portal.timeline.domain.ProgrammeBuild.Site;
import tranche.portal.timeline.domain.ProjectKind;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

@DisplayName("The map of sites")
class SiteMapTest {

    private static final Currency USD = new Currency("USD");

    private static final Words WORDS = new Words(
            Texts.of(Locale.ENGLISH),
            MoneyWords.of(Locale.ENGLISH, List.of(USD)),
            DateWords.of(Locale.ENGLISH, java.time.ZoneOffset.UTC),
            Instant.parse("2026-05-10T00:00:00Z"));

    private static Site site(String name, Standing standing, String latitude, String longitude) {
        ProjectRow row = new ProjectRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                name,
                ProjectKind.FAB,
                "US-AZ",
                "US",
                standing,
                Optional.empty(),
                Optional.empty(),
                1,
                0,
                Optional.empty(),
                false,
                false);
        return new Site(
                row,
                latitude.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Place(new BigDecimal(latitude), new BigDecimal(longitude))));
    }

    private static SiteMap map(Map<UUID, List<Money>> money, Site... sites) {
        return SiteMap.of(List.of(sites), money, USD, WORDS);
    }

    @Test
    void joins_sites_that_would_lie_over_one_another_into_one_mark_that_leads_to_the_list() {
        SiteMap map = map(
                Map.of(),
                site("Fab A", Standing.ON_PLAN, "33.40", "-112.00"),
                site("Fab B", Standing.CRITICAL, "33.50", "-112.10"),
                site("Dresden", Standing.ON_PLAN, "51.10", "13.70"));

        assertThat(map.marks()).hasSize(2);
        SiteMap.Mark joined = map.marks().stream()
                .filter(mark -> mark.number().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(joined.number()).contains("2");
        assertThat(joined.address()).isEqualTo("#site-list");
        assertThat(joined.look()).as("the worst of both").isEqualTo("blocked");
        assertThat(joined.title()).contains("Fab A", "Fab B");
        assertThat(map.lines()).hasSize(3);
    }

    @Test
    void tells_how_a_site_does_by_shape_and_by_look() {
        SiteMap map = map(
                Map.of(),
                site("Round", Standing.COMPLETE, "10", "0"),
                site("Turned", Standing.SLIPPED, "20", "40"),
                site("Pointed", Standing.STOPPED, "30", "80"),
                site("Square", Standing.UNPLANNED, "-30", "120"));

        assertThat(map.marks().stream().map(SiteMap.Mark::look))
                .containsExactlyInAnyOrder("on-plan", "slipped", "blocked", "no-plan");
        assertThat(map.marks().stream().map(SiteMap.Mark::shape).distinct()).hasSize(4);
        assertThat(map.keys().stream().map(SiteMap.Key::count)).containsExactly("1", "1", "1", "1");
        assertThat(map.finding()).contains("4 sites", "Slipped 1");
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void says_the_same_of_a_site_on_the_map_and_in_the_list(Standing standing) {
        SiteMap map = map(Map.of(), site("Fab", standing, "10", "0"));

        tranche.portal.timeline.page.Mark listed = map.lines().getFirst().state();
        assertThat(listed.icon()).isEqualTo(map.keys().getFirst().icon());
        assertThat(listed.solid()).as("filled, as on the map").isTrue();
        assertThat(map.marks().getFirst().title()).isEqualTo("Fab: " + listed.word());
    }

    @Test
    void draws_four_times_the_money_twice_as_wide() {
        Site large = site("Large", Standing.SLIPPED, "30", "-100");
        Site small = site("Small", Standing.SLIPPED, "40", "-60");
        SiteMap map = map(
                Map.of(
                        large.row().id(),
                        List.of(Money.of("USD", "400")),
                        small.row().id(),
                        List.of(Money.of("USD", "100"))),
                large,
                small);

        assertThat(width(map.marks().getFirst()))
                .isCloseTo(2 * width(map.marks().get(1)), org.assertj.core.data.Offset.offset(0.3));
        assertThat(map.sized()).isTrue();
    }

    /** Of a diamond: {@code M0 -25L25 0L0 25L-25 0z}. */
    private static double width(SiteMap.Mark mark) {
        String shape = mark.shape();
        return Double.parseDouble(shape.substring(shape.indexOf('L') + 1, shape.indexOf(' ', shape.indexOf('L'))));
    }

    @Test
    void lists_sites_whose_place_nobody_has_published() {
        SiteMap map = map(Map.of(), site("Somewhere", Standing.ON_PLAN, "", ""));

        assertThat(map.box()).isEmpty();
        assertThat(map.marks()).isEmpty();
        assertThat(map.lines()).hasSize(1);
        assertThat(map.lines().getFirst().committed()).isEqualTo("–");
    }

    @Test
    void shows_the_part_of_the_world_where_the_sites_are() {
        String near =
                map(Map.of(), site("A", Standing.ON_PLAN, "33", "-112")).box().orElseThrow();
        String far = map(Map.of(), site("A", Standing.ON_PLAN, "33", "-112"), site("B", Standing.ON_PLAN, "35", "139"))
                .box()
                .orElseThrow();

        assertThat(Integer.parseInt(near.split(" ")[2])).isEqualTo(700);
        assertThat(Integer.parseInt(far.split(" ")[2])).isBetween(2510, 3600);
    }
}
