package tranche.milestones.slip.domain;

/**
 * That a step follows another.
 *
 * @param predecessor which must be finished
 * @param lagDays working days in the successor's calendar between the finish and the start; below zero, the successor may
 *     start so much earlier
 * @param <K> what names a step
 */
public record Link<K>(K predecessor, int lagDays) {}
