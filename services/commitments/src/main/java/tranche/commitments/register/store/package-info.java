/** What of the rows of all objects a caller reaches. Read {@link tranche.commitments.register.store.Reach} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.register.store;
