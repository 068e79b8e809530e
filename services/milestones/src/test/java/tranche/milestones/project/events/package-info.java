/** That every event of a project leaves as a record. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.project.events;
