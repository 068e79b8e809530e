/** The rows of a fund and of its versions. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund.store;
