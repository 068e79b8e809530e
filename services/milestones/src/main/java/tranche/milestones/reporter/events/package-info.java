/** Grants as the portal's events tell of them. Read {@link tranche.milestones.reporter.events.ReporterAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.reporter.events;
