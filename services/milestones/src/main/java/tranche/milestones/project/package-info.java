/** The front door of projects. Read {@link tranche.milestones.project.ProjectCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project;
