/** The rows of projects and of their versions. Read {@link tranche.milestones.project.store.ProjectRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.store;
