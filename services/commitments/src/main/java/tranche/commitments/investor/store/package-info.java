/** The rows of a investor and of its versions. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor.store;
