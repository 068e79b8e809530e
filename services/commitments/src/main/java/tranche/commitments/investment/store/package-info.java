/** The rows of investments. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investment.store;
