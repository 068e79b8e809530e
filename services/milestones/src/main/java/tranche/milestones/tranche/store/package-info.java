/** The rows of tranches. Read {@link tranche.milestones.tranche.store.TrancheRows}. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.tranche.store;
