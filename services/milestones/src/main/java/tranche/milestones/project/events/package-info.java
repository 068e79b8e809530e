/** The events of a project as they leave. Read {@link tranche.milestones.project.events.ProjectAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.events;
