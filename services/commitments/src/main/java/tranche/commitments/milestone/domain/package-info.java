/** The milestones that money waits for, as far as this service needs to know them. Read {@link tranche.commitments.milestone.domain.Milestone} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.milestone.domain;
