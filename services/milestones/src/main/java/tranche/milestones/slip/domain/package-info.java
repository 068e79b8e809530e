/**
 * When a plan's steps will be finished, what drives them, how late they are: arithmetic alone. Read
 * {@link tranche.milestones.slip.domain.Plan} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.milestones.slip.domain;
