package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.raise.domain.Unlocking.Call;
import tranche.portal.raise.domain.Unlocking.Unlocked;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.MilestoneKind;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.portal.timeline.page.SlipEffect.Half;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

@DisplayName("What a slip does")
class SlipEffectTest {

    private static final Currency USD = new Currency("USD");
    private static final Words WORDS = new Words(
            Texts.of(Locale.ENGLISH),
            MoneyWords.of(Locale.ENGLISH, List.of(USD)),
            DateWords.of(Locale.ENGLISH, ZoneOffset.UTC),
            Instant.parse("2026-05-10T00:00:00Z"));
    private static final UUID STEEL = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();

    private static Outline outline(UUID id, String name, String day, int slip) {
        LocalDate now = LocalDate.parse(day);
        return new Outline(
                id,
                name,
                MilestoneKind.CONSTRUCTION,
                MilestoneState.PLANNED,
                Breach.NONE,
                slip,
                now.minusDays(30),
                now,
                List.of());
    }

    private static Unlocked tranche(String amount, String due, String before) {
        Money money = Money.of("USD", amount);
        return new Unlocked(
                UUID.randomUUID(),
                "Tranche",
                money,
                List.of(STEEL),
                Optional.of(new Call(money, LocalDate.parse(due), LocalDate.parse(before))));
    }

    private static List<String> facts(SlipEffect effect) {
        return effect.facts().stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .toList();
    }

    @Test
    void shows_calls_by_half_year_as_the_baselines_had_them_and_as_they_are() {
        SlipEffect effect = SlipEffect.of(
                new Insight(
                        List.of(outline(STEEL, "Steel", "2026-12-01", 150), outline(SHELL, "Shell", "2027-01-01", 0)),
                        List.of(
                                tranche("3000000000", "2027-02-01", "2026-09-01"),
                                tranche("1000000000", "2027-03-01", "2027-03-01")),
                        Optional.empty()),
                WORDS);

        assertThat(effect.halves())
                .containsExactly(
                        new Half("H2 26", "$3.0bn", "–", "75.0%", "0"),
                        new Half("H1 27", "$1.0bn", "$4.0bn", "25.0%", "100.0%"));
        assertThat(facts(effect)).containsExactly("Milestones moved: 1 of 2", "Calls moved: $3.0bn");
    }

    @Test
    @DisplayName("D-33: says what nothing may delay, and what float is left")
    void says_the_critical_path_in_words() {
        SlipEffect effect = SlipEffect.of(
                new Insight(
                        List.of(outline(SHELL, "Shell", "2027-01-01", 4), outline(STEEL, "Steel", "2026-12-01", 4)),
                        List.of(),
                        Optional.of(List.of(
                                new PlanStep(STEEL, Optional.of(0), true), new PlanStep(SHELL, Optional.of(0), true)))),
                WORDS);

        assertThat(effect.path())
                .contains("Critical path: Steel → Shell. One day later at any of them is one day later for Shell.");
        assertThat(facts(effect))
                .containsExactly("Milestones moved: 2 of 2", "Float left of what slipped: none, at Steel");
        assertThat(effect.halves()).isEmpty();
    }

    @Test
    @DisplayName("D-33: tells the float of what slipped, and not that of what comes last")
    void tells_what_float_the_slip_leaves() {
        List<PlanStep> steps =
                List.of(new PlanStep(STEEL, Optional.of(12), false), new PlanStep(SHELL, Optional.of(0), true));

        assertThat(facts(SlipEffect.of(
                        new Insight(
                                List.of(
                                        outline(STEEL, "Steel", "2026-12-01", 4),
                                        outline(SHELL, "Shell", "2027-01-01", 0)),
                                List.of(),
                                Optional.of(steps)),
                        WORDS)))
                .containsExactly("Milestones moved: 1 of 2", "Float left of what slipped: 12 working days, at Steel");
        assertThat(facts(SlipEffect.of(
                        new Insight(List.of(outline(STEEL, "Steel", "2026-12-01", -4)), List.of(), Optional.of(steps)),
                        WORDS)))
                .as("nothing slipped, something comes earlier")
                .containsExactly("Milestones moved: 1 of 1");
    }

    @Test
    void has_nothing_to_say_where_nothing_moved() {
        assertThat(SlipEffect.of(
                                new Insight(
                                        List.of(outline(STEEL, "Steel", "2026-12-01", 0)),
                                        List.of(tranche("1000000000", "2027-03-01", "2027-03-01")),
                                        Optional.empty()),
                                WORDS)
                        .isNone())
                .isTrue();
    }
}
