/** A milestone: planned, claimed, shown by evidence, verified. Read {@link tranche.milestones.milestone.domain.Site} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.domain;
