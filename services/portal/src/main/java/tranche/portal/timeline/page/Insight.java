package tranche.portal.timeline.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Unlocking.Unlocked;
import tranche.portal.timeline.domain.Outline;
import tranche.portal.timeline.domain.PlanStep;
import tranche.values.money.Currency;

/**
 * What a project's page knows beyond its milestones.
 *
 * @param outlines all milestones of the project
 * @param tranches that they unlock, as far as the reader sees money
 * @param plan floats and the critical path; empty where these are not told
 */
record Insight(List<Outline> outlines, List<Unlocked> tranches, Optional<List<PlanStep>> plan) {

    /** Of a page that shows a milestone by itself. */
    static final Insight NONE = new Insight(List.of(), List.of(), Optional.empty());

    /** The tranches by the milestones that unlock them. */
    Map<UUID, List<Unlocked>> unlocks() {
        return tranches.stream()
                .flatMap(tranche -> tranche.milestones().stream().map(id -> Map.entry(id, tranche)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What amounts of it are in. */
    List<Currency> currencies() {
        return tranches.stream()
                .flatMap(tranche -> Stream.of(tranche.amount().currency()))
                .toList();
    }
}
