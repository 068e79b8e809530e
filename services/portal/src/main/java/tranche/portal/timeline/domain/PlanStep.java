package tranche.portal.timeline.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the plan puts a milestone (rule D-33).
 *
 * @param floatDays by how many working days it may still be late without delaying what comes last; empty once it is reached
 * @param critical whether nothing may delay it
 */
public record PlanStep(UUID milestone, Optional<Integer> floatDays, boolean critical) {}
