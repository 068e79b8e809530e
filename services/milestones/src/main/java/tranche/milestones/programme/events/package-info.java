/** Programmes as the events of commitments tell of them. Read {@link tranche.milestones.programme.events.ProgrammeAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.programme.events;
