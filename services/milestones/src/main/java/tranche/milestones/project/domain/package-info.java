/** A project: a site in a region, with its calendar and its zone. Read {@link tranche.milestones.project.domain.ProjectFile} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.domain;
