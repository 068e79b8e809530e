package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.MilestoneKind;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.portal.timeline.domain.ProjectDetail.Linked;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;

@DisplayName("A plan as a graph")
class PlanGraphTest {

    private static final Words WORDS = new Words(
            Texts.of(Locale.ENGLISH),
            MoneyWords.of(Locale.ENGLISH),
            DateWords.of(Locale.ENGLISH, ZoneOffset.UTC),
            Instant.parse("2026-05-10T00:00:00Z"));

    private static final UUID PERMIT = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final UUID POWER = UUID.randomUUID();
    private static final UUID TOOLS = UUID.randomUUID();

    private static Outline outline(UUID id, String name, MilestoneKind kind, String day, UUID... before) {
        return new Outline(
                id,
                name,
                kind,
                MilestoneState.PLANNED,
                Breach.NONE,
                0,
                LocalDate.parse(day),
                LocalDate.parse(day),
                Arrays.asList(before));
    }

    private static final List<Outline> PLAN = List.of(
            outline(PERMIT, "Permit", MilestoneKind.PERMIT, "2026-06-01"),
            outline(POWER, "Power on", MilestoneKind.UTILITY, "2026-07-01"),
            outline(SHELL, "Shell", MilestoneKind.CONSTRUCTION, "2026-09-01", PERMIT),
            outline(TOOLS, "First tools", MilestoneKind.TOOL_INSTALL, "2026-12-01", SHELL, POWER));

    private static PlanGraph.Node node(PlanGraph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void puts_what_comes_before_to_the_left_on_the_longest_way() {
        PlanGraph graph = PlanGraph.of(PLAN, List.of(), List.of(), WORDS);

        assertThat(node(graph, "Permit").x()).isEqualTo(node(graph, "Power on").x());
        assertThat(node(graph, "Permit").y())
                .isNotEqualTo(node(graph, "Power on").y());
        assertThat(node(graph, "Shell").x()).isGreaterThan(node(graph, "Permit").x());
        assertThat(node(graph, "First tools").x())
                .isGreaterThan(node(graph, "Shell").x());
        assertThat(graph.edges()).hasSize(3);
        assertThat(node(graph, "Shell").address()).contains("/milestones/" + SHELL);
    }

    @Test
    void says_in_words_what_its_colours_say() {
        PlanGraph graph = PlanGraph.of(
                List.of(
                        outline("Ground", MilestoneState.ACHIEVED, Breach.NONE, 0),
                        outline("A crane that stands where nobody expects it", MilestoneState.PLANNED, Breach.NONE, 9),
                        outline("Power", MilestoneState.IN_PROGRESS, Breach.CRITICAL, 200),
                        outline("Claim", MilestoneState.VERIFIED, Breach.NONE, 0),
                        outline("Refused", MilestoneState.REJECTED, Breach.NONE, 9),
                        outline("Waived", MilestoneState.WAIVED, Breach.NONE, 0)),
                List.of(),
                List.of(),
                WORDS);

        assertThat(graph.nodes().stream().map(PlanGraph.Node::title))
                .containsExactlyInAnyOrder(
                        "Ground: Verified · 1\u00a0Jun\u00a02026",
                        "A crane that stands where nobody expects it: Slipped · 1\u00a0Jun\u00a02026",
                        "Power: Critical · 1\u00a0Jun\u00a02026",
                        "Claim: Claimed · 1\u00a0Jun\u00a02026",
                        "Refused: Rejected · 1\u00a0Jun\u00a02026",
                        "Waived: Waived · 1\u00a0Jun\u00a02026");
        assertThat(node(graph, "Power").about()).isEqualTo("Critical · 1\u00a0Jun\u00a02026");
    }

    private static Outline outline(String name, MilestoneState state, Breach breach, int slip) {
        return new Outline(
                UUID.randomUUID(),
                name,
                MilestoneKind.CONSTRUCTION,
                state,
                breach,
                slip,
                LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-06-01"),
                List.of());
    }

    @Test
    @DisplayName("D-33: draws bold what nothing may delay, and says of the rest by how much it may be late")
    void draws_the_critical_path_bold() {
        PlanGraph graph = PlanGraph.of(
                PLAN,
                List.of(
                        new PlanStep(PERMIT, Optional.of(0), true),
                        new PlanStep(SHELL, Optional.of(0), true),
                        new PlanStep(POWER, Optional.of(42), false),
                        new PlanStep(TOOLS, Optional.of(0), true)),
                List.of(),
                WORDS);

        assertThat(graph.edges().stream().filter(PlanGraph.Edge::critical)).hasSize(2);
        assertThat(graph.edges().stream().flatMap(edge -> edge.label().stream()))
                .containsExactlyInAnyOrder("no float", "no float", "42 days");
        assertThat(node(graph, "Power on").critical()).isFalse();
        assertThat(node(graph, "First tools").critical()).isTrue();
    }

    @Test
    void leaves_out_what_comes_before_in_another_project() {
        PlanGraph graph = PlanGraph.of(
                List.of(outline(SHELL, "Shell", MilestoneKind.CONSTRUCTION, "2026-09-01", UUID.randomUUID())),
                List.of(),
                List.of(),
                WORDS);

        assertThat(graph.edges()).isEmpty();
        assertThat(graph.nodes()).hasSize(1);
    }

    @Test
    void keeps_what_comes_before_from_another_project_under_its_name() {
        UUID grid = UUID.randomUUID();

        PlanGraph graph = PlanGraph.of(
                List.of(outline(SHELL, "Shell", MilestoneKind.CONSTRUCTION, "2026-09-01", grid)),
                List.of(),
                List.of(new Linked(grid, "Grid connected", UUID.randomUUID(), "Power park", 12, Optional.empty())),
                WORDS);

        assertThat(graph.edges()).hasSize(1);
        assertThat(node(graph, "Grid connected").about()).isEqualTo("Power park");
        assertThat(node(graph, "Grid connected").address()).contains("/milestones/" + grid);
        assertThat(node(graph, "Grid connected").x())
                .isLessThan(node(graph, "Shell").x());
    }

    @Test
    void shows_the_phases_of_a_plan_that_is_too_large_for_an_eye() {
        List<Outline> many = new ArrayList<>(PLAN);
        for (int i = 0; i < 200; i++) {
            many.add(outline(UUID.randomUUID(), "Wall " + i, MilestoneKind.CONSTRUCTION, "2026-10-01", PERMIT));
        }

        PlanGraph graph = PlanGraph.of(many, List.of(), List.of(), WORDS);

        assertThat(graph.phases()).isTrue();
        assertThat(graph.nodes()).hasSize(4);
        assertThat(node(graph, "Construction").about()).isEqualTo("201 milestones");
        assertThat(node(graph, "Construction").address()).isEmpty();
        assertThat(graph.edges()).hasSize(3);
    }
}
