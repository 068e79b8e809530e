/** What is known of tranches. Read {@link tranche.milestones.tranche.domain.Tranche} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.tranche.domain;
