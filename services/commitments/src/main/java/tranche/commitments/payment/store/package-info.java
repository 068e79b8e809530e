/** The rows of bank accounts and of their versions. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment.store;
