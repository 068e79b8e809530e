/** A project over HTTP. Read {@link tranche.milestones.project.api.ProjectController} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.api;
