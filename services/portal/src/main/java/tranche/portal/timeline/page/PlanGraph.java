package tranche.portal.timeline.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.portal.timeline.domain.ProjectDetail.Linked;
import tranche.portal.words.page.Words;

/**
 * A plan as a graph: what comes before stands to the left, what nothing may delay is drawn bold, and on each line stands by how
 * many working days what comes before may still be late. Of a plan too large for an eye, its phases.
 *
 * @param width in pixels, as {@code height}
 * @param phases whether the nodes are phases
 */
public record PlanGraph(int width, int height, boolean phases, List<Node> nodes, List<Edge> edges) {

    /** As many as an eye follows. */
    private static final int MOST_NODES = 200;

    private static final int NODE_WIDTH = 184;
    private static final int NODE_HEIGHT = 48;
    private static final int COLUMN = 264;
    private static final int ROW = 64;
    private static final int EDGE = 4;
    private static final int LONGEST_NAME = 25;

    /**
     * A milestone or a phase.
     *
     * @param title its name in full and what stands below it
     * @param about below its name: of a milestone its state and its day, of a phase how many it has
     * @param address of its page; empty where it is a phase
     */
    public record Node(
            int x,
            int y,
            String look,
            boolean critical,
            String name,
            String title,
            String about,
            Optional<String> address) {}

    /**
     * A line from what comes before.
     *
     * @param label its float; empty where nothing is known of it
     */
    public record Edge(String path, boolean critical, Optional<String> label, int labelX, int labelY) {}

    /** A node before it has a place. */
    private record Point(
            UUID id, String name, String about, String look, boolean critical, Optional<Integer> slack, long order) {}

    private record Link(UUID from, UUID to) {}

    /**
     * The graph of a plan.
     *
     * @param outlines the project's milestones, and {@code steps} where its plan puts them
     * @param others milestones of other projects that come right before some of them; they are named with their project
     */
    static PlanGraph of(List<Outline> outlines, List<PlanStep> steps, List<Linked> others, Words words) {
        Map<UUID, PlanStep> plan = new HashMap<>();
        steps.forEach(step -> plan.put(step.milestone(), step));
        List<Outline> shown =
                outlines.stream().filter(one -> !one.state().isGone()).toList();
        return shown.size() > MOST_NODES ? byPhase(shown, plan, words) : byMilestone(shown, plan, others, words);
    }

    private static PlanGraph byMilestone(
            List<Outline> outlines, Map<UUID, PlanStep> plan, List<Linked> others, Words words) {
        Map<UUID, Point> points = new LinkedHashMap<>();
        others.forEach(one -> points.put(
                one.milestone(),
                new Point(
                        one.milestone(),
                        one.name(),
                        shortened(one.projectName()),
                        "other",
                        false,
                        Optional.empty(),
                        Long.MIN_VALUE)));
        outlines.forEach(one -> points.put(
                one.id(),
                new Point(
                        one.id(),
                        one.name(),
                        words.say(
                                "project.graph.about",
                                "state",
                                words.say("project.graph.state." + state(one)),
                                "day",
                                words.dates().day(one.day())),
                        one.look(),
                        isCritical(one, plan),
                        Optional.ofNullable(plan.get(one.id())).flatMap(PlanStep::floatDays),
                        one.day().toEpochDay())));
        List<Link> links = outlines.stream()
                .flatMap(one -> one.predecessors().stream()
                        .filter(points::containsKey)
                        .map(before -> new Link(before, one.id())))
                .toList();
        return drawn(points, links, layers(points.keySet(), links), false, words);
    }

    /** In a word that has room in a node; its colour alone would tell it to some only. */
    private static String state(Outline outline) {
        return outline.state() == MilestoneState.REJECTED ? outline.state().code() : outline.look();
    }

    /** Kinds of milestones, in the order of what is reached first in each; only what leads onwards is drawn. */
    private static PlanGraph byPhase(List<Outline> outlines, Map<UUID, PlanStep> plan, Words words) {
        Map<UUID, UUID> phases = new HashMap<>();
        Map<UUID, Point> points = new LinkedHashMap<>();
        outlines.stream()
                .collect(Collectors.groupingBy(Outline::kind, TreeMap::new, Collectors.toList()))
                .forEach((kind, ones) -> {
                    UUID phase = ones.getFirst().id();
                    ones.forEach(one -> phases.put(one.id(), phase));
                    points.put(
                            phase,
                            new Point(
                                    phase,
                                    words.say("project.kind." + kind.code()),
                                    words.say("project.graph.count", "count", ones.size()),
                                    "planned",
                                    ones.stream().anyMatch(one -> isCritical(one, plan)),
                                    Optional.empty(),
                                    ones.stream()
                                            .mapToLong(one -> one.day().toEpochDay())
                                            .min()
                                            .orElseThrow()));
                });
        List<UUID> ordered = points.values().stream()
                .sorted(Comparator.comparingLong(Point::order))
                .map(Point::id)
                .toList();
        List<Link> links = outlines.stream()
                .flatMap(one -> one.predecessors().stream()
                        .filter(phases::containsKey)
                        .map(before -> new Link(
                                Objects.requireNonNull(phases.get(before)),
                                Objects.requireNonNull(phases.get(one.id())))))
                .filter(link -> ordered.indexOf(link.from()) < ordered.indexOf(link.to()))
                .distinct()
                .toList();
        return drawn(points, links, layers(points.keySet(), links), true, words);
    }

    private static boolean isCritical(Outline outline, Map<UUID, PlanStep> plan) {
        return Optional.ofNullable(plan.get(outline.id()))
                .filter(PlanStep::critical)
                .isPresent();
    }

    /** How many links lead to each, on the longest way. */
    private static Map<UUID, Integer> layers(Set<UUID> points, List<Link> links) {
        Map<UUID, List<UUID>> after = new HashMap<>();
        Map<UUID, Integer> waitsFor = new HashMap<>();
        points.forEach(point -> waitsFor.put(point, 0));
        links.forEach(link -> {
            after.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
            waitsFor.merge(link.to(), 1, Integer::sum);
        });
        Map<UUID, Integer> layers = new HashMap<>();
        Deque<UUID> ready = new ArrayDeque<>();
        points.stream().filter(point -> waitsFor.getOrDefault(point, 0) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            UUID point = ready.remove();
            int layer = layers.getOrDefault(point, 0);
            layers.put(point, layer);
            for (UUID next : after.getOrDefault(point, List.of())) {
                layers.put(next, Math.max(layers.getOrDefault(next, 0), layer + 1));
                int left = waitsFor.getOrDefault(next, 0) - 1;
                waitsFor.put(next, left);
                if (left == 0) {
                    ready.add(next);
                }
            }
        }
        points.forEach(point -> layers.putIfAbsent(point, 0));
        return layers;
    }

    private static PlanGraph drawn(
            Map<UUID, Point> points, List<Link> links, Map<UUID, Integer> layers, boolean phases, Words words) {
        Map<Integer, Integer> rows = new HashMap<>();
        Map<UUID, Node> nodes = new LinkedHashMap<>();
        points.values().stream().sorted(Comparator.comparingLong(Point::order)).forEach(point -> {
            int layer = layers.getOrDefault(point.id(), 0);
            int row = rows.getOrDefault(layer, 0);
            rows.put(layer, row + 1);
            nodes.put(point.id(), node(point, layer, row, phases, words));
        });
        int columns = rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        int deepest = rows.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<Edge> edges = links.stream()
                .map(link -> edge(
                        Objects.requireNonNull(points.get(link.from())),
                        Objects.requireNonNull(nodes.get(link.from())),
                        Objects.requireNonNull(nodes.get(link.to())),
                        words))
                .toList();
        return new PlanGraph(
                columns * COLUMN + NODE_WIDTH + 2 * EDGE,
                (deepest - 1) * ROW + NODE_HEIGHT + 2 * EDGE,
                phases,
                List.copyOf(nodes.values()),
                edges);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private static Node node(Point point, int layer, int row, boolean phase, Words words) {
        return new Node(
                EDGE + layer * COLUMN,
                EDGE + row * ROW,
                point.look(),
                point.critical(),
                shortened(point.name()),
                words.say("project.graph.title", "name", point.name(), "about", point.about()),
                point.about(),
                phase ? Optional.empty() : Optional.of(MilestoneView.address(point.id())));
    }

    private static Edge edge(Point from, Node start, Node end, Words words) {
        int x1 = start.x() + NODE_WIDTH;
        int y1 = start.y() + NODE_HEIGHT / 2;
        int x2 = end.x();
        int y2 = end.y() + NODE_HEIGHT / 2;
        int middle = (x1 + x2) / 2;
        return new Edge(
                "M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2 + " " + x2 + " " + y2,
                start.critical() && end.critical(),
                from.slack().map(days -> words.say("project.graph.float", "days", days)),
                x1 + 8,
                y1 - 5);
    }
}
