/** The rows of a programme and of its versions. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme.store;
