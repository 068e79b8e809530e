/** The rows of programmes. Read {@link tranche.milestones.programme.store.ProgrammeRows}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.programme.store;
