/** Examples of what is decided about a project. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.domain;
