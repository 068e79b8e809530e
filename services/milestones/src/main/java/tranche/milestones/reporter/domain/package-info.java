/** Who may report from a site. Read {@link tranche.milestones.reporter.domain.ReporterFact} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.reporter.domain;
