/** That every event of a milestone leaves as a record. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.events;
