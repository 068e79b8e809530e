/** Examples of what is decided about a milestone, and what holds whatever is asked. Read {@link tranche.milestones.milestone.domain.Sites} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.domain;
