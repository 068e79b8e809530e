/** What the rows of all objects share: foreign identities, the caller's reach, one reading statement. Read {@link tranche.commitments.register.store.Reach} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.register.store;
