/** Who may report from which sites, as rows. Read {@link tranche.milestones.reporter.store.ReporterRows}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.reporter.store;
