/** Keeps the grants of site reporters as events tell. Read {@link tranche.milestones.reporter.reactions.ReporterReactions}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.reporter.reactions;
